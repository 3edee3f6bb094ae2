import { Controller, Get } from '@nestjs/common';
import { VERSION } from '../../version.js';
import { asyncapi } from './asyncapi.js';
import { openapi } from './openapi.js';

/** What the service says of itself to generators of clients. Each document is made once, when it is asked for. */
@Controller()
export class DocumentsController {
  private requests: object | undefined;
  private streams: object | undefined;

  @Get('openapi.json')
  openapi(): object {
    this.requests ??= openapi(VERSION);
    return this.requests;
  }

  @Get('asyncapi.json')
  asyncapi(): object {
    this.streams ??= asyncapi(VERSION);
    return this.streams;
  }
}

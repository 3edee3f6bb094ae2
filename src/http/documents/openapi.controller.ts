import { Controller, Get } from '@nestjs/common';
import { VERSION } from '../../version.js';
import { openapi } from './openapi.js';

@Controller()
export class OpenApiController {
  private document: object | undefined;

  /** Made once, when it is first asked for. */
  @Get('openapi.json')
  read(): object {
    this.document ??= openapi(VERSION);
    return this.document;
  }
}

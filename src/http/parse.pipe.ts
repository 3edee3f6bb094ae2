import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import { parse } from '../command-handling/parse.js';

/** Parameters as an instance of the class that a handler declares for them; what is unknown is refused by name. */
export class ParsePipe implements PipeTransform<unknown, object> {
  transform(value: unknown, { metatype }: ArgumentMetadata): object {
    if (!metatype) throw new Error('a handler names the class of its parameters');
    return parse(metatype as new () => object, value); // a class of parameters takes nothing
  }
}

import ts from 'typescript';
import { meaningOf, type Meanings } from '../../src/http/documents/meanings.js';
import type { Schema } from '../../src/http/documents/schemas.js';

const NULL: Schema = { type: 'null' };

/** The types that say no more than what kind of value it is. */
const plain: readonly (readonly [ts.TypeFlags, Schema])[] = [
  [ts.TypeFlags.StringLike, { type: 'string' }],
  [ts.TypeFlags.Number, { type: 'number' }],
  [ts.TypeFlags.Null, NULL],
  [ts.TypeFlags.NonPrimitive, { type: 'object' }],
  [ts.TypeFlags.Unknown | ts.TypeFlags.Any, {}],
];

/** JSON Schemas of types of JSON, as TypeScript knows them; those that have a name stand once, under it. */
export class TypeSchemas {
  private readonly byName = new Map<string, Schema>();
  private readonly declared = new Map<string, ts.Type>();
  private readonly names = new Map<ts.Type, string>();
  private readonly unexplained = new Set<string>();

  /** @param meanings of fields that have no comment of their own */
  constructor(
    private readonly checker: ts.TypeChecker,
    private readonly meanings: Meanings,
  ) {}

  /** @throws Error naming the fields of which nothing says what they mean */
  all(): Readonly<Record<string, Schema>> {
    if (this.unexplained.size > 0)
      throw new Error(`what do these mean? ${[...this.unexplained].join(', ')}; see docs/glossary.md`);
    return Object.fromEntries([...this.byName].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  put(name: string, schema: Schema): void {
    if (this.byName.has(name)) throw new Error(`two answers are called ${name}`);
    this.byName.set(name, schema);
  }

  /** Calls a type otherwise in the document. */
  name(type: ts.Type, name: string): void {
    this.names.set(type, name);
  }

  /** Under a name of the document's, whatever the type is called. */
  add(name: string, type: ts.Type): void {
    this.byName.set(name, {});
    this.declared.set(name, type);
    this.byName.set(name, type.isUnion() ? this.ofUnion(type.types) : this.ofObject(type));
  }

  /** The fields of an object, and which of them are always there. */
  propertiesOf(type: ts.Type): { properties: Readonly<Record<string, Schema>>; required: readonly string[] } {
    const fields = this.checker.getPropertiesOfType(type);
    const owner = this.nameOf(type);
    return {
      properties: Object.fromEntries(fields.map((field) => [field.name, this.ofField(field, owner)])),
      required: fields.filter(({ flags }) => !(flags & ts.SymbolFlags.Optional)).map(({ name }) => name),
    };
  }

  private ofField(field: ts.Symbol, owner: string): Schema {
    const schema = this.of(this.checker.getTypeOfSymbol(field));
    const comment = ts.displayPartsToString(field.getDocumentationComment(this.checker));
    const description = comment === '' ? meaningOf([owner], field.name, this.meanings) : comment;
    if (description === undefined) this.unexplained.add(`${owner}.${field.name}`);
    return { ...schema, description: description?.replace(/\s+/g, ' ') };
  }

  private nameOf(type: ts.Type): string {
    return this.names.get(type) ?? type.aliasSymbol?.name ?? type.getSymbol()?.name ?? '';
  }

  private of(type: ts.Type): Schema {
    if (type.isUnion()) return this.ofUnion(type.types);
    return this.ofLiteral(type) ?? this.ofList(type) ?? this.ofNamed(type) ?? this.ofObject(type);
  }

  private ofLiteral(type: ts.Type): Schema | undefined {
    if (type.isStringLiteral() || type.isNumberLiteral()) return { const: type.value };
    if (type.flags & ts.TypeFlags.BooleanLiteral)
      return { const: this.checker.typeToString(type) === 'true' };
    return plain.find(([flags]) => type.flags & flags)?.[1];
  }

  private ofList(type: ts.Type): Schema | undefined {
    if (this.checker.isTupleType(type)) {
      const prefixItems = this.checker
        .getTypeArguments(type as ts.TypeReference)
        .map((item) => this.of(item));
      return { type: 'array', prefixItems, items: false };
    }
    if (!this.checker.isArrayType(type)) return undefined;
    const [item] = this.checker.getTypeArguments(type as ts.TypeReference);
    return { type: 'array', items: item ? this.of(item) : {} };
  }

  private ofNamed(type: ts.Type): Schema | undefined {
    if (!type.isClassOrInterface()) return undefined;
    const { symbol } = type;
    const file = symbol.declarations?.[0]?.getSourceFile().fileName ?? '';
    // The classes of the published language stand in the document already, as the commands' bodies have them.
    const name = this.nameOf(type);
    if (/(^|\/)src\//.test(file)) this.define(name, type);
    else if (!/(^|\/)events\//.test(file)) return undefined;
    return { $ref: `#/components/schemas/${name}` };
  }

  private define(name: string, type: ts.Type): void {
    const known = this.declared.get(name);
    if (known && known !== type) throw new Error(`two types of answers are called ${name}`);
    if (!known) this.add(name, type);
  }

  private ofObject(type: ts.Type): Schema {
    const indexed = this.checker.getIndexInfoOfType(type, ts.IndexKind.String);
    const { properties, required } = this.propertiesOf(type);
    return {
      type: 'object',
      ...(Object.keys(properties).length > 0 && { properties }),
      ...(required.length > 0 && { required }),
      additionalProperties: indexed ? this.of(indexed.type) : false,
    };
  }

  private ofUnion(types: readonly ts.Type[]): Schema {
    const there = types.filter(({ flags }) => !(flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null)));
    const isNullable = types.some(({ flags }) => flags & ts.TypeFlags.Null);
    const schema = this.ofAlternatives(there);
    return isNullable ? { anyOf: [schema, NULL] } : schema;
  }

  private ofAlternatives(types: readonly ts.Type[]): Schema {
    if (types.every(({ flags }) => flags & ts.TypeFlags.BooleanLiteral) && types.length === 2)
      return { type: 'boolean' };
    const values = types.flatMap((type) =>
      type.isStringLiteral() || type.isNumberLiteral() ? [type.value] : [],
    );
    if (values.length === types.length && values.length > 1) return { enum: values };
    const [only, ...more] = types;
    if (only && more.length === 0) return this.of(only);
    return { anyOf: types.map((type) => this.of(type)) };
  }
}

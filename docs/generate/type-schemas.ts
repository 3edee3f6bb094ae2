import ts from 'typescript';
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

  constructor(private readonly checker: ts.TypeChecker) {}

  all(): Readonly<Record<string, Schema>> {
    return Object.fromEntries([...this.byName].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  put(name: string, schema: Schema): void {
    if (this.byName.has(name)) throw new Error(`two answers are called ${name}`);
    this.byName.set(name, schema);
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
    return {
      properties: Object.fromEntries(fields.map((field) => [field.name, this.ofField(field)])),
      required: fields.filter(({ flags }) => !(flags & ts.SymbolFlags.Optional)).map(({ name }) => name),
    };
  }

  private ofField(field: ts.Symbol): Schema {
    const schema = this.of(this.checker.getTypeOfSymbol(field));
    const description = ts.displayPartsToString(field.getDocumentationComment(this.checker));
    return description === '' ? schema : { ...schema, description: description.replace(/\s+/g, ' ') };
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
    if (/(^|\/)src\//.test(file)) this.define(symbol.name, type);
    else if (!/(^|\/)events\//.test(file)) return undefined;
    return { $ref: `#/components/schemas/${symbol.name}` };
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

import ts from 'typescript';
import type { ProblemCode } from '../../src/http/problem.js';
import { statuses } from '../../src/http/problem.js';

/** What the text of the source says and what runs does not: comments, and which code throws what. */
export class SourceText {
  private readonly checker: ts.TypeChecker;

  constructor(private readonly program: ts.Program) {
    this.checker = program.getTypeChecker();
  }

  /** The comments above the fields that classes in a folder validate, by class and field. */
  fieldComments(folder: string): ReadonlyMap<string, string> {
    const classes = this.files(folder).flatMap((file) => file.statements.filter(ts.isClassDeclaration));
    const fields = classes.flatMap((type) =>
      type.members.filter(isDecorated).map((field) => [type, field] as const),
    );
    return new Map(
      fields.flatMap(([type, field]) => {
        const symbol = field.name && this.checker.getSymbolAtLocation(field.name);
        const text = ts.displayPartsToString(symbol?.getDocumentationComment(this.checker));
        const key = `${type.name?.text ?? ''}.${symbol?.name ?? ''}`;
        return text === '' ? [] : [[key, text.replace(/\s+/g, ' ')] as const];
      }),
    );
  }

  /** The file that declares a class. */
  fileOf(className: string): string {
    const file = this.files('src').find((one) =>
      one.statements.some(
        (statement) => ts.isClassDeclaration(statement) && statement.name?.text === className,
      ),
    );
    if (!file) throw new Error(`no file declares ${className}`);
    return file.fileName;
  }

  /** The codes of all refusals that the functions in a file can throw, and those that they call. */
  refusalsIn(file: string): ReadonlySet<ProblemCode> {
    const codes = new Set<ProblemCode>();
    for (const node of this.reached(file))
      if (ts.isStringLiteral(node) && isCode(node.text) && this.standsForCode(node)) codes.add(node.text);
    return codes;
  }

  /** Whether a text is where a code is asked for, and not any text that happens to be spelled like one. */
  private standsForCode(text: ts.StringLiteral): boolean {
    const type = this.checker.getContextualType(text);
    const options = type?.isUnion() ? type.types : type ? [type] : [];
    const texts = options.filter((option) => option.isStringLiteral());
    return texts.length > 0 && texts.every(({ value }) => isCode(value));
  }

  /** Every node of a file, and of the functions and constants of `src` that it names, at any remove. */
  private *reached(file: string): Iterable<ts.Node> {
    const seen = new Set<ts.Node>();
    const waiting: ts.Node[] = [];
    const source = this.program.getSourceFile(file);
    if (source) waiting.push(...source.statements.filter((statement) => !ts.isImportDeclaration(statement)));
    for (let node = waiting.pop(); node; node = waiting.pop()) {
      if (seen.has(node) || isOnlyType(node)) continue;
      seen.add(node);
      yield node;
      ts.forEachChild(node, (child) => void waiting.push(child));
      if (ts.isIdentifier(node)) waiting.push(...this.declarationsOf(node));
    }
  }

  private declarationsOf(name: ts.Identifier): readonly ts.Node[] {
    const symbol = this.checker.getSymbolAtLocation(name);
    const isAlias = symbol && (symbol.flags & ts.SymbolFlags.Alias) !== 0;
    const target = isAlias ? this.checker.getAliasedSymbol(symbol) : symbol;
    return (target?.declarations ?? []).filter((declaration) => {
      const { fileName } = declaration.getSourceFile();
      const isOurs = /\/src\//.test(fileName) && !STOPS.test(fileName) && !fileName.includes('node_modules');
      return isOurs && (ts.isFunctionLike(declaration) || ts.isVariableDeclaration(declaration));
    });
  }

  private files(folder: string): readonly ts.SourceFile[] {
    const within = `/${folder}/`;
    return this.program
      .getSourceFiles()
      .filter(({ fileName }) => `/${fileName}`.includes(within) && !fileName.includes('node_modules'));
  }
}

/** What stands between a command and the executor that takes all of them. */
const STOPS = /\/src\/command-handling\/(command-executor|recording)\.ts$/;

function isDecorated(member: ts.ClassElement): boolean {
  return ts.isPropertyDeclaration(member) && (ts.getDecorators(member)?.length ?? 0) > 0;
}

/** What a class extends is run, although it counts as a type. */
function isOnlyType(node: ts.Node): boolean {
  return ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node);
}

function isCode(name: string): name is ProblemCode {
  return Object.hasOwn(statuses, name);
}

/** Bounds the text of a query before it is parsed: the parser and the rules of validation go as deep as the text does. */
import { Lexer, Source, TokenKind } from 'graphql';
import { AppError } from '../../errors.js';

/** Brackets around the values of arguments, and those of inline fragments, beside the levels of fields. */
const NESTING_BESIDE_FIELDS = 100;

export interface TextLimits {
  /** Words and signs of the text. */
  readonly tokens: number;
  /** Levels of fields. */
  readonly depth: number;
}

const opening: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const closing: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

const tooCostly = (measure: string, limit: number, message: string): AppError =>
  new AppError('QUERY_TOO_COSTLY', message, { details: { measure, limit } });

const tooLong = (limit: number): AppError =>
  tooCostly(
    'tokens',
    limit,
    `The query has more than ${limit} words and signs, which is the limit. Send long lists as variables, or several queries.`,
  );

const tooDeep = (limit: number): AppError =>
  tooCostly(
    'nesting',
    limit,
    `The query has brackets nested deeper than ${limit}, which is the limit. Nest fewer fields and values.`,
  );

function readAll(query: string, tokens: number, nesting: number): void {
  const lexer = new Lexer(new Source(query));
  let depth = 0;
  for (let count = 1; ; count += 1) {
    const { kind } = lexer.advance();
    if (kind === TokenKind.EOF) return;
    if (count > tokens) throw tooLong(tokens);
    if (opening.has(kind)) depth += 1;
    if (closing.has(kind)) depth -= 1;
    if (depth > nesting) throw tooDeep(nesting);
  }
}

/** Rejects with QUERY_TOO_COSTLY a text beyond a limit. What is no text of the language is left for the parser to refuse. */
export function checkText(query: string, limits: TextLimits): void {
  const nesting = limits.depth + NESTING_BESIDE_FIELDS;
  // A text so short has neither so many words nor so many brackets; most are.
  if (query.length <= Math.min(limits.tokens, nesting)) return;
  try {
    readAll(query, limits.tokens, nesting);
  } catch (fault) {
    if (fault instanceof AppError) throw fault;
  }
}

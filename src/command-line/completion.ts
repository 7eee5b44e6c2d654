/** `ai-infra-graph completion`: what a shell needs to complete commands and options, made of the commands themselves. */
import { quote } from './shell-quote.js';
import { UsageError } from './usage-error.js';

export interface CompletableOption {
  /** Without its argument: --role. */
  readonly flag: string;
  /** What may stand behind it; undefined for one that stands alone, empty where no list tells. */
  readonly values?: readonly string[] | undefined;
}

/** What may stand behind a command, with the options that it alone has: a question of ask. */
export interface CompletableWord {
  readonly name: string;
  readonly options: readonly CompletableOption[];
}

export interface Completable {
  readonly name: string;
  readonly description: string;
  readonly options: readonly CompletableOption[];
  readonly words: readonly CompletableWord[];
  /** Whether files may stand behind it. */
  readonly takesFiles: boolean;
}

const PROGRAM = 'ai-infra-graph';
const FUNCTION = `_${PROGRAM}`;

const flagsOf = ({ options }: Pick<Completable, 'options'>): string[] => options.map(({ flag }) => flag);

const wordsOf = ({ words, options }: Completable): string[] => [
  ...words.map(({ name }) => name),
  ...flagsOf({ options }),
];

/** Each option that wants a value, with what may stand there. A place is `command word:before`, as a pattern. */
const valuesOf = ({ name, options, words }: Completable) =>
  [...words, { name: '*', options }].flatMap((word) =>
    word.options.flatMap(({ flag, values }) =>
      values === undefined ? [] : [{ place: `${name}\\ ${word.name}:${flag}`, values }],
    ),
  );

/** Each word that has options of its own, with those and the ones of its command. */
const ownOptionsOf = (command: Completable) =>
  command.words
    .filter(({ options }) => options.length > 0)
    .map((word) => ({
      place: `${command.name}\\ ${word.name}:*`,
      values: [...flagsOf(word), ...flagsOf(command)],
    }));

/** The first that fits counts, so these stand before what may stand anywhere in a command. */
const exactPlaces = (commands: readonly Completable[]) => [
  ...commands.flatMap(valuesOf),
  ...commands.flatMap(ownOptionsOf),
];

// Where no word fits, such as for FILE, `-o default` offers files.
const bash = (commands: readonly Completable[]): string[] => [
  `${FUNCTION}() {`,
  '  local word="$2" words behind=',
  `  [ "$COMP_CWORD" -gt 2 ] && behind="\${COMP_WORDS[2]}"`,
  '  if [ "$COMP_CWORD" -eq 1 ]; then',
  `    words=${quote(commands.map(({ name }) => name).join(' '))}`,
  '  else',
  `    case "\${COMP_WORDS[1]} $behind:\${COMP_WORDS[COMP_CWORD-1]}" in`,
  ...exactPlaces(commands).map(({ place, values }) => `      ${place}) words=${quote(values.join(' '))} ;;`),
  ...commands.map((command) => `      ${command.name}\\ *:*) words=${quote(wordsOf(command).join(' '))} ;;`),
  "      *) words='' ;;",
  '    esac',
  '  fi',
  '  COMPREPLY=($(compgen -W "$words" -- "$word"))',
  '}',
  `complete -o default -F ${FUNCTION} ${PROGRAM}`,
];

/** A colon parts a word from its description. */
const describe = ({ name, description }: Completable): string =>
  quote(`${name}:${description.replaceAll(':', '\\:')}`);

/** Where no list tells, what zsh offers anywhere: files. */
const add = (words: readonly string[]): string =>
  words.length === 0 ? '_default' : `compadd -- ${words.map(quote).join(' ')}`;

function addCommand(command: Completable): string {
  const words = wordsOf(command);
  if (!command.takesFiles) return words.length === 0 ? ':' : add(words);
  return words.length === 0 ? '_files' : `${add(words)}; _files`;
}

// It is called as a function where it was found in $fpath, and run where it was sourced.
const zsh = (commands: readonly Completable[]): string[] => [
  `#compdef ${PROGRAM}`,
  `${FUNCTION}() {`,
  '  if (( CURRENT == 2 )); then',
  `    local -a commands=(${commands.map(describe).join(' ')})`,
  "    _describe 'command' commands",
  '  else',
  '    local behind=',
  '    (( CURRENT > 3 )) && behind="$words[3]"',
  '    case "$words[2] $behind:$words[CURRENT-1]" in',
  ...exactPlaces(commands).map(({ place, values }) => `      ${place}) ${add(values)} ;;`),
  ...commands.map((command) => `      ${command.name}\\ *:*) ${addCommand(command)} ;;`),
  '    esac',
  '  fi',
  '}',
  `if [ "$funcstack[1]" = ${quote(FUNCTION)} ]; then ${FUNCTION} "$@"; else compdef ${FUNCTION} ${PROGRAM}; fi`,
];

const shells: Readonly<Record<string, (commands: readonly Completable[]) => string[]>> = { bash, zsh };

/** The lines of the script. Throws a UsageError for another shell. */
export function completionFor(shell: string, commands: readonly Completable[]): string[] {
  const script = Object.hasOwn(shells, shell) ? shells[shell] : undefined;
  if (script === undefined)
    throw new UsageError(`There is completion for ${Object.keys(shells).join(' and ')}.`);
  return script(commands);
}

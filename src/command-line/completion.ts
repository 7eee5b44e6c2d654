/** `ai-infra-graph completion`: what a shell needs to complete commands and options, made of the commands themselves. */
import { quote } from './shell-quote.js';
import { UsageError } from './usage-error.js';

interface CompletableOption {
  /** Without its argument: --role. */
  readonly flag: string;
  /** What may stand behind it; undefined for one that stands alone, empty where no list tells. */
  readonly values?: readonly string[] | undefined;
}

export interface Completable {
  readonly name: string;
  readonly description: string;
  readonly options: readonly CompletableOption[];
  /** What may stand behind the command: the questions of ask. */
  readonly words: readonly string[];
  /** Whether files may stand behind it. */
  readonly takesFiles: boolean;
}

const PROGRAM = 'ai-infra-graph';
const FUNCTION = `_${PROGRAM}`;

const flagsOf = ({ options }: Completable): string[] => options.map(({ flag }) => flag);

/** Each option that wants a value, with what may stand there. */
const valuesOf = ({ name, options }: Completable) =>
  options.flatMap(({ flag, values }) => (values === undefined ? [] : [{ place: `${name}:${flag}`, values }]));

// Where no word fits, such as for FILE, `-o default` offers files.
const bash = (commands: readonly Completable[]): string[] => [
  `${FUNCTION}() {`,
  '  local word="$2" words',
  '  if [ "$COMP_CWORD" -eq 1 ]; then',
  `    words=${quote(commands.map(({ name }) => name).join(' '))}`,
  '  else',
  `    case "\${COMP_WORDS[1]}:\${COMP_WORDS[COMP_CWORD-1]}" in`,
  ...commands
    .flatMap(valuesOf)
    .map(({ place, values }) => `      ${place}) words=${quote(values.join(' '))} ;;`),
  ...commands.map(
    (command) =>
      `      ${command.name}:*) words=${quote([...command.words, ...flagsOf(command)].join(' '))} ;;`,
  ),
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
  const words = [...command.words, ...flagsOf(command)];
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
  '    case "$words[2]:$words[CURRENT-1]" in',
  ...commands.flatMap(valuesOf).map(({ place, values }) => `      ${place}) ${add(values)} ;;`),
  ...commands.map((command) => `      ${command.name}:*) ${addCommand(command)} ;;`),
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

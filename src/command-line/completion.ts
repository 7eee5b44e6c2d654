/** `ai-infra-graph completion`: what a shell needs to complete commands and options, made of the commands themselves. */
import { UsageError } from './usage-error.js';

export interface Completable {
  readonly name: string;
  readonly description: string;
  /** Without arguments: --json. */
  readonly options: readonly string[];
  /** What may stand behind the command: the questions of ask. */
  readonly words: readonly string[];
}

const PROGRAM = 'ai-infra-graph';

/** Between single quotes a shell takes everything as it is, but for the quote itself. */
const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

const wordsOf = ({ words, options }: Completable): string => quote([...words, ...options].join(' '));

const bash = (commands: readonly Completable[]): string[] => [
  '_ai_infra_graph() {',
  '  local word="$2" words',
  '  if [ "$COMP_CWORD" -eq 1 ]; then',
  `    words=${quote(commands.map(({ name }) => name).join(' '))}`,
  '  else',
  `    case "\${COMP_WORDS[1]}" in`,
  ...commands.map((command) => `      ${command.name}) words=${wordsOf(command)} ;;`),
  "      *) words='' ;;",
  '    esac',
  '  fi',
  '  COMPREPLY=($(compgen -W "$words" -- "$word"))',
  '}',
  // Where no word fits, such as for FILE, files are offered.
  `complete -o default -F _ai_infra_graph ${PROGRAM}`,
];

/** A colon parts a word from its description. */
const describe = ({ name, description }: Completable): string =>
  quote(`${name}:${description.replaceAll(':', '\\:')}`);

const zsh = (commands: readonly Completable[]): string[] => [
  `#compdef ${PROGRAM}`,
  '_ai_infra_graph() {',
  '  if (( CURRENT == 2 )); then',
  `    local -a commands=(${commands.map(describe).join(' ')})`,
  "    _describe 'command' commands",
  '  else',
  '    case "$words[2]" in',
  ...commands.map(
    (command) =>
      `      ${command.name}) compadd -- ${[...command.words, ...command.options].map(quote).join(' ')} ;;`,
  ),
  '    esac',
  '    _files',
  '  fi',
  '}',
  `compdef _ai_infra_graph ${PROGRAM}`,
];

const shells: Readonly<Record<string, (commands: readonly Completable[]) => string[]>> = { bash, zsh };

/** The lines of the script. Throws a UsageError for another shell. */
export function completionFor(shell: string, commands: readonly Completable[]): string[] {
  const script = Object.hasOwn(shells, shell) ? shells[shell] : undefined;
  if (script === undefined)
    throw new UsageError(`There is completion for ${Object.keys(shells).join(' and ')}.`);
  return script(commands);
}

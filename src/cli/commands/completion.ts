import { Argument, Command } from 'commander';
import { viewNames } from '../views/by-name.js';
import type { Shell } from '../shell.js';

/** @param all the command line, with every command that is to be completed */
export function completionCommand({ terminal }: Shell, all: Command): Command {
  return new Command('completion')
    .description('write what a shell needs to complete this command line')
    .addArgument(new Argument('<shell>').choices(Object.keys(scripts)))
    .addHelpText('after', '\nFor bash: source <(summit-ledger completion bash)')
    .action((shell: string) => terminal.print(scripts[shell]?.(all) ?? ''));
}

const scripts: Readonly<Record<string, (all: Command) => string>> = {
  bash,
  zsh: (all) => `autoload -U +X bashcompinit && bashcompinit\n${bash(all)}`,
  fish,
};

function bash(all: Command): string {
  const cases = all.commands.map(
    (command) => `    ${command.name()}) words="${completions(command).join(' ')}" ;;`,
  );
  return `_summit_ledger() {
  local words
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
    *) words="${all.commands.map((command) => command.name()).join(' ')}" ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _summit_ledger summit-ledger`;
}

function fish(all: Command): string {
  const lines = all.commands.flatMap((command) => {
    const name = command.name();
    return [
      `complete -c summit-ledger -n __fish_use_subcommand -a ${name} -d '${command.description().replaceAll("'", "\\'")}'`,
      `complete -c summit-ledger -n '__fish_seen_subcommand_from ${name}' -a '${completions(command).join(' ')}'`,
    ];
  });
  return lines.join('\n');
}

/** What may follow a command: its options, and the words that its arguments can be. */
function completions(command: Command): readonly string[] {
  const options = command.options.flatMap(({ long }) => long ?? []);
  const choices = command.registeredArguments.flatMap((argument) =>
    argument.name() === 'view' ? viewNames : (argument.argChoices ?? []),
  );
  return [...choices, ...options, '--help'];
}

import type { Text } from '#kernel/language/text.ts';

// The commands of `anlan`, alphabetical: a new one is its file and its line here. Each loads its own code, so `config`
// does not wait for the server's.

type Print = (line: string) => void;

export interface Command {
  name: string;
  usage: string;
  about: Text;
  /** Returns the exit code: 0 done, 1 it found something wrong, 2 the call itself was wrong. */
  run(args: readonly string[], environment: NodeJS.ProcessEnv, print: Print, complain: Print): Promise<number>;
}

export const commands: readonly Command[] = [
  {
    name: 'cap',
    usage: 'cap validate <file…> [--json] | cap convert <file> [--to cap|national]',
    about: {
      zh: '检查预警文件（CAP 1.2 与国家平台 12379 格式），并在两者间转换',
      en: 'checks warning files (CAP 1.2, the dialect of the national platform 12379) and converts between them',
    },
    run: async (args, environment, print, complain) =>
      (await import('./cap.ts')).capCommand(args, {
        stdin: process.stdin,
        print,
        complain,
        language: environment['ANLAN_LANG'] === 'en' ? 'en' : 'zh',
      }),
  },
  {
    name: 'config',
    usage: 'config [--json]',
    about: { zh: '列出全部设置、当前值和含义', en: 'lists every setting, its value and meaning' },
    run: async (args, environment, print) => (await import('./configTable.ts')).runConfig(args, environment, print),
  },
  {
    name: 'decode',
    usage: 'decode <protocol> [file] [--binary|--text]',
    about: { zh: '把报文逐条解码为 JSON', en: 'decodes frames, one JSON object each' },
    run: async (args, _, print, complain) =>
      (await import('./decode.ts')).decodeCommand([...args], { stdin: process.stdin, write: print, writeError: complain }),
  },
  {
    name: 'doctor',
    usage: 'doctor [--json]',
    about: {
      zh: '检查本机能否运行安澜，缺什么、影响什么',
      en: 'checks whether this machine can run Anlan, what is missing and what that disables',
    },
    run: async (args, environment, print) => (await import('./doctor.ts')).runDoctor(args, environment, print),
  },
  {
    name: 'journal',
    usage: 'journal verify|anchor|export',
    about: {
      zh: '核对操作日志的哈希链与签名；签名锚定；导出',
      en: 'verifies chain and signatures of the journal; signs where it stands; exports it',
    },
    run: async (...call) => (await import('./journal.ts')).runJournal(...call),
  },
  {
    name: 'model',
    usage: 'model list [--json] | show <id> | run <id> [--quick]',
    about: { zh: '列出、说明、运行模型', en: 'lists, describes and runs the models' },
    run: async (args, environment, print, complain) =>
      (await import('./model.ts')).modelCommand(args, {
        stdin: process.stdin,
        print,
        complain,
        language: environment['ANLAN_LANG'] === 'en' ? 'en' : 'zh',
      }),
  },
  {
    name: 'serve',
    usage: 'serve',
    about: { zh: '运行安澜（与 npm start 相同）', en: 'runs Anlan (the same as npm start)' },
    run: async () => (await import('./serve.ts')).runServe(),
  },
  {
    name: 'user',
    usage: 'user add <account> --name <name> --role <role> [--area <code>] | user reset <account>',
    about: {
      zh: '建立账号或重设密码，打印一次性链接',
      en: 'makes an account or resets its password, and prints the one-time link',
    },
    run: async (...call) => (await import('./user.ts')).runUser(...call),
  },
];

/** Finds and runs a command; an unknown one prints the list and gives exit code 2. */
export async function runCommand(argv: readonly string[], environment: NodeJS.ProcessEnv, print: Print, complain: Print): Promise<number> {
  const [name = '', ...args] = argv;
  if (name === 'help' || name === '--help' || name === '-h') {
    print(usage());
    return 0;
  }
  const command = commands.find((candidate) => candidate.name === name);
  if (command === undefined) {
    if (name !== '') complain(`没有命令 ${name}。 / There is no command ${name}.`);
    complain(usage());
    return 2;
  }
  return command.run(args, environment, print, complain);
}

function usage(): string {
  const width = Math.max(...commands.map((command) => command.usage.length));
  const lines = commands.map(({ usage: call, about }) => `  anlan ${call.padEnd(width)}  ${about.zh} / ${about.en}`);
  return ['用法 / usage:', ...lines].join('\n');
}

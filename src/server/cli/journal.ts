import { existsSync } from 'node:fs';
import { systemClock } from '#kernel/clock/clock.ts';
import { faultWords } from '#kernel/journal/faultWords.ts';
import type { Verification } from '#kernel/journal/verification.ts';
import type { Language } from '#kernel/language/text.ts';
import { readConfig, type Config } from '#server/config.ts';
import { AnchorKeeper } from '#server/journal/anchorKeeper.ts';
import { isSignedBy, knownKeys, openAnchorKey } from '#server/journal/anchorKey.ts';
import { exportJournal, verifyExport } from '#server/journal/journalExport.ts';
import type { Database } from '#server/storage/database.ts';
import { verifyJournal } from '#server/storage/journalReading.ts';
import { withDatabase } from './withDatabase.ts';

type Print = (line: string) => void;

interface Call {
  config: Config;
  language: Language;
  print: Print;
  complain: Print;
}

const usage = `anlan journal verify                 核对全部日志与签名锚定 / checks the whole journal and its signed anchors
anlan journal verify <file>          核对导出的文件 / checks an exported file
anlan journal anchor                 立即签名锚定 / signs where the journal stands now
anlan journal export <file>          导出日志、锚定和公钥（NDJSON）/ writes entries, anchors and public keys as NDJSON`;

const noFile = { zh: '没有这个文件：', en: 'There is no such file: ' };
const nothingYet = { zh: '日志还是空的，没有可锚定的内容。', en: 'The journal is empty: there is nothing to anchor.' };

/** anlan journal …; works beside a running server. Exit code 1 when the journal does not hold. */
export async function runJournal(args: readonly string[], environment: NodeJS.ProcessEnv, print: Print, complain: Print): Promise<number> {
  const [verb = '', file] = args;
  if (!['verify', 'anchor', 'export'].includes(verb) || args.length > 2 || (verb === 'export' && file === undefined)) {
    complain(usage);
    return 2;
  }
  const config = readConfig(environment);
  const language: Language = environment['ANLAN_LANG'] === 'en' ? 'en' : 'zh';
  if (!config.ok) {
    complain(config.text[language]);
    return 2;
  }
  const call = { config: config.value, language, print, complain };
  if (verb === 'verify' && file !== undefined) return verifyFile(file, call);
  return withDatabase(call, (database) => {
    if (verb === 'verify') return verify(database, call);
    return verb === 'anchor' ? anchor(database, call) : writeExport(database, file as string, call);
  });
}

async function verify(database: Database, call: Call): Promise<number> {
  const keys = knownKeys(call.config.dataFolder);
  const tell = progressTeller(call);
  const result = await verifyJournal(
    database,
    ({ keyId, statement, signature }) => isSignedBy(keys, keyId, statement, signature),
    (checked, of) => {
      tell(checked, of);
      return true;
    },
  );
  return report(result as Verification, call);
}

async function verifyFile(file: string, call: Call): Promise<number> {
  if (!existsSync(file)) {
    call.complain(`${noFile[call.language]}${file}`);
    return 2;
  }
  const tell = progressTeller(call);
  const outcome = await verifyExport(file, knownKeys(call.config.dataFolder), (checked) => tell(checked, null));
  if (outcome.ok) return report(outcome.value, call);
  call.complain(outcome.text[call.language]);
  return 1;
}

async function anchor(database: Database, { config, language, print, complain }: Call): Promise<number> {
  const key = openAnchorKey(config.dataFolder);
  const made = await new AnchorKeeper(
    database,
    systemClock,
    key,
    () => config.county,
    () => undefined,
  ).anchorNow();
  if (!made) {
    complain(nothingYet[language]);
    return 1;
  }
  print(JSON.stringify(made));
  return 0;
}

async function writeExport(database: Database, file: string, call: Call): Promise<number> {
  const tell = progressTeller(call);
  const written = await exportJournal(database, knownKeys(call.config.dataFolder), call.config.county, file, (done, of) => tell(done, of));
  call.print(JSON.stringify({ file, ...written }));
  return 0;
}

const told = 50_000;

/** A line for every 50,000 entries, on the error stream, so that standard output stays the result alone. */
function progressTeller({ language, complain }: Call): (done: number, of: number | null) => void {
  let next = told;
  return (done, of) => {
    if (done < next) return;
    next = done + told;
    const share = of === null ? '' : ` / ${of.toLocaleString('en')} (${Math.floor((100 * done) / Math.max(of, 1))} %)`;
    complain(`${language === 'zh' ? '已处理' : 'done'} ${done.toLocaleString('en')}${share}`);
  };
}

function report(result: Verification, { language, print, complain }: Call): number {
  for (const fault of result.faults) complain(faultWords(fault)[language]);
  const ok = result.faultCount === 0;
  print(JSON.stringify({ ok, at: systemClock.now().toISOString(), ...result }));
  return ok ? 0 : 1;
}

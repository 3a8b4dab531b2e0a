import type { Language } from '#kernel/language/text.ts';
import { schemaOfFields } from '#models/jsonSchema.ts';
import type { Model } from '#models/model.ts';
import { modelOf, models } from '#models/models.ts';
import { refineModel, toJson, type ModelAnswer } from '#models/runModel.ts';

// `anlan model list|show|run`: what the models compute from, and a run by hand. A result can be computed again from the JSON
// that was printed, years later, since version and every input stand in it.

type Print = (line: string) => void;

const usage = `anlan model list [--json]          全部模型及依据 / every model and what it rests on
anlan model show <id>              输入输出的 JSON Schema（单位、范围、出处）/ JSON Schema of inputs and outputs
anlan model run <id> [--quick]     从标准输入读 JSON，输出结果 / reads JSON on stdin, prints the result`;

export interface ModelIo {
  stdin: AsyncIterable<Uint8Array | string>;
  print: Print;
  complain: Print;
  language: Language;
}

/** @returns 0; 1 when reference cases fail; 2 when call or input are wrong. */
export async function modelCommand(args: readonly string[], io: ModelIo): Promise<number> {
  const [verb = '', id, ...more] = args;
  if (verb === 'list' && (id === undefined || id === '--json') && more.length === 0) return listModels(id === '--json', io);
  if (id === undefined || !['show', 'run'].includes(verb) || more.some((each) => verb !== 'run' || each !== '--quick')) {
    io.complain(usage);
    return 2;
  }
  const model = modelOf(id);
  if (model === null) {
    const known = models.map((each) => each.id).join(', ');
    io.complain({ zh: `没有模型 ${id}；有：${known}`, en: `There is no model ${id}; there are: ${known}` }[io.language]);
    return 2;
  }
  return verb === 'show' ? showModel(model, io) : runByHand(model, more.includes('--quick'), io);
}

function listModels(asJson: boolean, { print, language }: ModelIo): number {
  if (asJson) {
    print(
      JSON.stringify(
        models.map(({ id, version, label, question, clauses }) => ({ id, version, label, question, clauses })),
        null,
        2,
      ),
    );
    return 0;
  }
  for (const { id, version, label, question, clauses } of models) {
    print(`${id} ${version}  ${label[language]} · ${question[language]}`);
    for (const { standard, clause, subject, verified } of clauses) {
      const mark = verified ? '' : { zh: '（原文未核）', en: ' (text not read)' }[language];
      print(`    ${standard} ${clause}: ${subject[language]}${mark}`);
    }
  }
  return 0;
}

function showModel({ id, version, label, question, clauses, inputs, outputs }: Model, { print }: ModelIo): number {
  const described = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    model: id,
    version,
    label,
    question,
    clauses,
    inputs: schemaOfFields(inputs),
    outputs: schemaOfFields(outputs),
  };
  print(JSON.stringify(described, null, 2));
  return 0;
}

async function runByHand(model: Model, quick: boolean, io: ModelIo): Promise<number> {
  const raw = parse(await readAll(io.stdin));
  if (!raw.ok) {
    io.complain({ zh: `标准输入不是 JSON：${raw.why}`, en: `Standard input is not JSON: ${raw.why}` }[io.language]);
    return 2;
  }
  const answer = carryOut(quick ? { ...model, refine: undefined } : model, raw.value, io);
  io.print(JSON.stringify(toJson(answer), null, 2));
  if (answer.ok) return 0;
  for (const { field, text, value, unit, min, max } of answer.problems) {
    const range = min === null && max === null ? '' : ` [${min ?? '−∞'} … ${max ?? '∞'}]${unit === null ? '' : ` ${unit}`}`;
    io.complain(`${field}: ${text[io.language]}${range} (${JSON.stringify(value)})`);
  }
  return 2;
}

function carryOut(model: Model, raw: unknown, { complain, language }: ModelIo): ModelAnswer {
  const steps = refineModel(model, raw);
  let told = 0;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    const percent = Math.floor(step.value.done * 100);
    if (percent < told + 10) continue;
    told = percent;
    complain(`${percent} % ${step.value.stage[language]}`);
  }
}

async function readAll(stdin: AsyncIterable<Uint8Array | string>): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of stdin) parts.push(typeof part === 'string' ? Buffer.from(part) : part);
  return Buffer.concat(parts).toString('utf8');
}

function parse(text: string): { ok: true; value: unknown } | { ok: false; why: string } {
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch (error) {
    if (error instanceof SyntaxError) return { ok: false, why: error.message };
    throw error;
  }
}

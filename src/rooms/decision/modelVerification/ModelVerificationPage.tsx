import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { defineWords } from '#kernel/language/text.ts';
import type { VerifiedCase, VerifiedCheck } from '#models/verifyModel.ts';
import { useModels, useVerification, type ModelSummary } from '#web/api/modelQueries.ts';
import { useText } from '#web/language/language.tsx';
import { PageFrame } from '#web/page/PageFrame.tsx';
import { ErrorState } from '#web/page/states.tsx';
import { significant } from '#web/page/significant.ts';
import './modelVerification.css';

const words = defineWords({
  title: { zh: '模型验证', en: 'Model verification' },
  summary: {
    zh: '每个模型与公开算例、解析解逐项对照。数字在打开本页时由服务器现算，不保存。',
    en: 'Every model against published cases and closed forms. The figures are computed by the server as the page opens, and not kept.',
  },
  empty: { zh: '没有模型。', en: 'There is no model.' },
  computing: { zh: '正在计算……', en: 'Computing…' },
  met: { zh: '{met}/{all} 项符合', en: '{met} of {all} met' },
  none: { zh: '没有对照算例', en: 'No reference case' },
  again: { zh: '重新计算', en: 'Compute again' },
  unread: { zh: '原文未核', en: 'text not read' },
  basis: { zh: '依据', en: 'Rests on' },
  quantity: { zh: '量', en: 'Quantity' },
  expected: { zh: '算例值', en: 'Expected' },
  computed: { zh: '计算值', en: 'Computed' },
  error: { zh: '误差', en: 'Error' },
  allowed: { zh: '允许', en: 'Allowed' },
  source: { zh: '出处', en: 'Source' },
  inputs: { zh: '输入', en: 'Inputs' },
  fits: { zh: '符合', en: 'met' },
  misses: { zh: '不符', en: 'missed' },
  only: { zh: '只看不符', en: 'Misses only' },
  all: { zh: '看全部', en: 'Show all' },
});

/** What every model computes for its reference cases, now. */
export default function ModelVerificationPage() {
  const say = useText();
  const models = useModels();
  const [isOnlyMisses, setOnlyMisses] = useState(false);
  return (
    <PageFrame
      title={words.title}
      summary={say(words.summary)}
      waitFor={[models]}
      empty={{ when: models.data?.length === 0, text: words.empty }}
      actions={<Button onClick={() => setOnlyMisses(!isOnlyMisses)}>{say(isOnlyMisses ? words.all : words.only)}</Button>}
    >
      {models.data?.map((model) => (
        <ModelPanel key={model.id} model={model} isOnlyMisses={isOnlyMisses} />
      ))}
    </PageFrame>
  );
}

function ModelPanel({ model, isOnlyMisses }: { model: ModelSummary; isOnlyMisses: boolean }) {
  const say = useText();
  const verification = useVerification(model.id);
  const checks = verification.data?.flatMap((each) => each.checks) ?? [];
  const met = checks.filter(({ isMet }) => isMet).length;
  const told = checks.length === 0 ? words.none : words.met;
  const shown = (verification.data ?? []).filter(({ checks: each }) => !isOnlyMisses || each.some(({ isMet }) => !isMet));
  return (
    <section className="panel verification">
      <header>
        <div>
          <h2>{say(model.label)}</h2>
          <p className="verification-question">
            {say(model.question)} <code>{`${model.id} ${model.version}`}</code>
          </p>
        </div>
        <p className={met < checks.length ? 'verification-state verification-missed' : 'verification-state'} role="status">
          {verification.isFetching ? say(words.computing) : say(told, { met, all: checks.length })}
        </p>
        <Button size="small" disabled={verification.isFetching} onClick={() => void verification.refetch()}>
          {say(words.again)}
        </Button>
      </header>
      <p className="verification-basis">
        {say(words.basis)}
        {model.clauses.map(({ standard, clause, subject, verified }) => (
          <span key={`${standard} ${clause} ${subject.en}`}>
            {standard} {clause} · {say(subject)}
            {!verified && <em> {say(words.unread)}</em>}
          </span>
        ))}
      </p>
      {verification.error && <ErrorState error={verification.error} retry={() => void verification.refetch()} />}
      {verification.isPending && <Skeleton active title={false} paragraph={{ rows: 2 }} />}
      {shown.map((each) => (
        <Case key={each.id} found={each} />
      ))}
    </section>
  );
}

function Case({ found }: { found: VerifiedCase }) {
  const say = useText();
  const inputs = Object.entries(found.inputs).map(([name, value]) => `${name} ${value}`);
  return (
    <article className="verification-case">
      <h3>
        <code>{found.id}</code> {say(found.subject)}
      </h3>
      {/* Wider than a phone: reached by the keyboard too. */}
      <div className="verification-table" role="region" aria-label={say(found.subject)} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say(words.quantity)}</th>
              <th scope="col">{say(words.expected)}</th>
              <th scope="col">{say(words.computed)}</th>
              <th scope="col">{say(words.error)}</th>
              <th scope="col">{say(words.allowed)}</th>
              <th scope="col" aria-label={say(words.fits)} />
            </tr>
          </thead>
          <tbody>
            {found.checks.map((check, index) => (
              // The same quantity may be asked for twice; order is the only identity checks have.
              // eslint-disable-next-line react/no-array-index-key
              <CheckRow key={index} check={check} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="verification-source">
        {inputs.length > 0 && `${say(words.inputs)}：${inputs.join('；')}　`}
        {say(words.source)}：{found.source}
        {found.note && `　${say(found.note)}`}
      </p>
    </article>
  );
}

function CheckRow({ check }: { check: VerifiedCheck }) {
  const say = useText();
  const { quantity, unit, expected, computed, allowed, isMet } = check;
  return (
    <tr className={isMet ? '' : 'verification-missed'}>
      <th scope="row">
        {say(quantity)}
        {unit !== '1' && <span className="verification-unit"> {unit}</span>}
      </th>
      <td>{significant(expected)}</td>
      <td>{significant(computed)}</td>
      <td>{significant(computed - expected, 2)}</td>
      <td>{significant(allowed, 2)}</td>
      <td>
        <span aria-hidden="true">{isMet ? '✓' : '✗'}</span> {say(isMet ? words.fits : words.misses)}
      </td>
    </tr>
  );
}

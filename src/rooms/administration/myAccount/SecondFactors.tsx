import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { defineWords } from '#kernel/language/text.ts';
import type { OwnAccount } from '#web/api/accountQueries.ts';
import { api } from '#web/api/client.ts';
import { KeepCodes } from '#web/entry/KeepCodes.tsx';
import { canUsePasskeys, makePasskey, type TotpProposal } from '#web/entry/signIn.ts';
import { FormRow } from '#web/forms/RecordForm.tsx';
import { useText } from '#web/language/language.tsx';
import { dayAndTime } from '#web/page/moments.ts';
import { AskPassword } from './AskPassword.tsx';
import { Section, useRenewOwn } from './Section.tsx';
import { TieApp } from './TieApp.tsx';

const words = defineWords({
  title: { zh: '第二验证方式', en: 'Second factor' },
  lead: {
    zh: '密码泄露时，第二验证方式仍能挡住别人。可用手机验证器的动态口令，或指纹、人脸、安全密钥的通行密钥。',
    en: 'Keeps others out even when the password is known: codes of an authenticator app, or a passkey opened by finger, face or security key.',
  },
  app: { zh: '动态口令（手机验证器）', en: 'Authenticator app' },
  tied: { zh: '已于 {at} 绑定', en: 'tied at {at}' },
  notTied: { zh: '未绑定', en: 'not tied' },
  tie: { zh: '绑定验证器', en: 'Tie an app' },
  untie: { zh: '解除绑定', en: 'Untie' },
  next: { zh: '下一步', en: 'Next' },
  codes: { zh: '恢复码', en: 'Recovery codes' },
  codesLeft: { zh: '剩余 {n} 个', en: '{n} left' },
  newCodes: { zh: '重新生成', en: 'Make new ones' },
  newCodesTitle: { zh: '重新生成恢复码？旧的立即失效', en: 'Make new recovery codes? The old ones stop working' },
  passkeys: { zh: '通行密钥', en: 'Passkeys' },
  noPasskeys: { zh: '没有', en: 'none' },
  addPasskey: { zh: '添加通行密钥', en: 'Add a passkey' },
  passkeyName: { zh: '名称', en: 'Name' },
  passkeyHint: { zh: '便于以后辨认，如“值班室电脑”', en: 'To recognise it later, such as “duty room PC”' },
  passkeyOnly: { zh: '用于 {host}', en: 'for {host}' },
  used: { zh: '上次使用 {at}', en: 'last used {at}' },
  never: { zh: '尚未使用', en: 'not used yet' },
  remove: { zh: '移除', en: 'Remove' },
  noPasskeyHere: {
    zh: '要添加通行密钥，请通过 https 和域名（或 localhost）打开本系统。',
    en: 'To add a passkey, open this system over https under a host name (or localhost).',
  },
});

type Doing = { what: 'tie' | 'untie' | 'codes' | 'passkey' } | { what: 'removePasskey'; id: string; name: string };

export function SecondFactors({ own }: { own: OwnAccount }) {
  const say = useText();
  const renew = useRenewOwn();
  const [doing, setDoing] = useState<Doing | null>(null);
  const [proposal, setProposal] = useState<TotpProposal | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const [name, setName] = useState('');
  const { totp, recoveryCodes, passkeys } = own.factors;
  const close = () => setDoing(null);
  const done = () => {
    close();
    void renew();
  };
  const shared = { hasPassword: own.hasPassword, close };

  return (
    <Section title={words.title} lead={words.lead}>
      <ul className="account-list">
        <li>
          <b>{say(words.app)}</b>
          <span>{totp ? say(words.tied, { at: dayAndTime(totp.confirmedAt) }) : say(words.notTied)}</span>
          <Button onClick={() => setDoing({ what: totp ? 'untie' : 'tie' })}>{say(totp ? words.untie : words.tie)}</Button>
        </li>
        {(totp ?? passkeys.length > 0) && (
          <li>
            <b>{say(words.codes)}</b>
            <span>{say(words.codesLeft, { n: recoveryCodes })}</span>
            <Button onClick={() => setDoing({ what: 'codes' })}>{say(words.newCodes)}</Button>
          </li>
        )}
        <li>
          <b>{say(words.passkeys)}</b>
          <span>{passkeys.length === 0 ? say(words.noPasskeys) : passkeys.length}</span>
          <Button disabled={!canUsePasskeys()} onClick={() => setDoing({ what: 'passkey' })}>
            {say(words.addPasskey)}
          </Button>
        </li>
        {passkeys.map((key) => (
          <li key={key.id} className="account-below">
            <b>{key.name}</b>
            <span>
              {say(words.passkeyOnly, { host: key.host })} ·{' '}
              {key.usedAt ? say(words.used, { at: dayAndTime(key.usedAt) }) : say(words.never)}
            </span>
            <Button onClick={() => setDoing({ what: 'removePasskey', id: key.id, name: key.name })}>{say(words.remove)}</Button>
          </li>
        ))}
      </ul>
      {!canUsePasskeys() && <p className="account-lead">{say(words.noPasskeyHere)}</p>}

      {doing?.what === 'tie' && (
        <AskPassword
          {...shared}
          title={words.tie}
          okText={words.next}
          act={(password) => api.post<TotpProposal>('/me/factors/totp', { password })}
          onDone={(made) => {
            close();
            setProposal(made);
          }}
        />
      )}
      {proposal && (
        <TieApp
          proposal={proposal}
          onTied={(made) => {
            setProposal(null);
            setCodes(made);
            void renew();
          }}
          close={() => setProposal(null)}
        />
      )}
      {doing?.what === 'untie' && (
        <AskPassword
          {...shared}
          title={words.untie}
          okText={words.untie}
          danger
          act={(password) => api.post<void>('/me/factors/totp/removal', { password })}
          onDone={done}
        />
      )}
      {doing?.what === 'codes' && (
        <AskPassword
          {...shared}
          title={words.newCodesTitle}
          okText={words.newCodes}
          act={(password) => api.post<{ recoveryCodes: string[] }>('/me/factors/recovery-codes', { password })}
          onDone={({ recoveryCodes: made }) => {
            done();
            setCodes(made);
          }}
        />
      )}
      {doing?.what === 'passkey' && (
        <AskPassword
          {...shared}
          title={words.addPasskey}
          okText={words.next}
          isReady={name.trim() !== ''}
          act={(password) => makePasskey(name.trim(), password)}
          onDone={() => {
            setName('');
            done();
          }}
        >
          <FormRow label={words.passkeyName} hint={words.passkeyHint} error={null} isRequired isWide>
            {({ id, describedBy }) => (
              <Input id={id} aria-describedby={describedBy} maxLength={40} value={name} onChange={(event) => setName(event.target.value)} />
            )}
          </FormRow>
        </AskPassword>
      )}
      {doing?.what === 'removePasskey' && (
        <AskPassword
          {...shared}
          title={{ zh: `移除通行密钥“${doing.name}”？`, en: `Remove the passkey “${doing.name}”?` }}
          okText={words.remove}
          danger
          act={(password) => api.post<void>(`/me/factors/passkeys/${encodeURIComponent(doing.id)}/removal`, { password })}
          onDone={done}
        />
      )}
      {codes && (
        <Modal open footer={null} closable={false} mask={{ closable: false }} keyboard={false}>
          <KeepCodes codes={codes} onKept={() => setCodes(null)} />
        </Modal>
      )}
    </Section>
  );
}

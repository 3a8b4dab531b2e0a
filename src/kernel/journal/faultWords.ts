import type { Text } from '#kernel/language/text.ts';
import type { JournalFault } from './verification.ts';

/** What a fault of the journal means, in words a supervisor can act on. */
export function faultWords(fault: JournalFault): Text {
  const n = fault.position;
  switch (fault.kind) {
    case 'changed':
      return { zh: `第 ${n} 条的内容被改动`, en: `entry ${n} was changed` };
    case 'removed':
      return n === fault.to
        ? { zh: `第 ${n} 条被删除`, en: `entry ${n} was removed` }
        : { zh: `第 ${n} 至 ${fault.to} 条被删除`, en: `entries ${n} to ${fault.to} were removed` };
    case 'inserted':
      return { zh: `第 ${n} 条是后来插入的`, en: `entry ${n} was inserted later` };
    case 'broken':
      return { zh: `第 ${n} 条与前一条不相连`, en: `entry ${n} is not chained to the one before` };
    case 'rewritten':
      return {
        zh: `第 ${n + 1} 至 ${fault.to} 条之间被整体改写：与第 ${fault.anchor} 号签名锚定不符`,
        en: `something in entries ${n + 1} to ${fault.to} was rewritten: anchor ${fault.anchor} was signed over something else`,
      };
    case 'end':
      return { zh: `日志末尾（第 ${n} 条起）与记录的末尾不符`, en: `the end of the journal (from entry ${n}) is not the end on record` };
    case 'anchorStatement':
      return { zh: `第 ${fault.anchor} 号锚定的内容与所签文本不符`, en: `anchor ${fault.anchor} does not say what was signed` };
    case 'anchorSignature':
      return { zh: `第 ${fault.anchor} 号锚定的签名不正确`, en: `the signature of anchor ${fault.anchor} is wrong` };
    case 'anchorKey':
      return {
        zh: `第 ${fault.anchor} 号锚定用的不是本机已知的密钥`,
        en: `anchor ${fault.anchor} was signed with a key this installation does not know`,
      };
    case 'anchorGap':
      return {
        zh: `第 ${fault.anchor} 号锚定之前的锚定缺失或被改动`,
        en: `the anchor before anchor ${fault.anchor} is missing or was changed`,
      };
  }
}

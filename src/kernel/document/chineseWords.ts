// Dates, times and sums as official documents write them.

const shanghaiMs = 8 * 3_600_000;

/** `2026年7月1日` of a local date. */
export function dateWords(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${Number(year)}年${Number(month)}月${Number(day)}日`;
}

/** `2026年7月1日9时30分` of an instant, in Asia/Shanghai. */
export function momentWords(instant: string): string {
  const local = new Date(Date.parse(instant) + shanghaiMs).toISOString();
  return `${dateWords(local.slice(0, 10))}${Number(local.slice(11, 13))}时${local.slice(14, 16)}分`;
}

/** A clause without its full stop, to go on after it. */
export function unended(words: string): string {
  return words.trim().replace(/[。；;.]+$/, '');
}

const digits = '零壹贰叁肆伍陆柒捌玖';
const places = ['', '拾', '佰', '仟'];
const groups = ['', '万', '亿', '万亿'];

/**
 * A sum in the capitals of documents (中文大写): 50000 → 伍万元整, 10203.5 → 壹万零贰佰零叁元伍角.
 * @param yuan 0 to 9 999 999 999 999.99
 * @throws RangeError beyond
 */
export function capitalYuan(yuan: number): string {
  if (!(yuan >= 0 && yuan < 1e13)) throw new RangeError(`no capitals for ${yuan} yuan`);
  const cents = Math.round(yuan * 100);
  const whole = Math.floor(cents / 100);
  const [jiao, fen] = [Math.floor(cents / 10) % 10, cents % 10];
  const main = whole === 0 && cents > 0 ? '' : `${wholeWords(whole)}元`;
  if (jiao === 0 && fen === 0) return `${main}整`;
  const jiaoWords = jiao > 0 ? `${digits[jiao]}角` : main === '' ? '' : '零';
  return `${main}${jiaoWords}${fen > 0 ? `${digits[fen]}分` : ''}`;
}

function wholeWords(whole: number): string {
  if (whole === 0) return '零';
  let words = '';
  let isGapOpen = false;
  for (let group = groups.length - 1; group >= 0; group -= 1) {
    const part = Math.floor(whole / 10_000 ** group) % 10_000;
    if (part === 0) {
      isGapOpen = words !== '';
      continue;
    }
    if (words !== '' && (isGapOpen || part < 1000)) words += '零';
    words += `${groupWords(part)}${groups[group]}`;
    isGapOpen = false;
  }
  return words;
}

/** 1 to 9999. */
function groupWords(part: number): string {
  let words = '';
  let isGapOpen = false;
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(part / 10 ** place) % 10;
    if (digit === 0) {
      isGapOpen = words !== '';
      continue;
    }
    words += `${isGapOpen ? '零' : ''}${digits[digit]}${places[place]}`;
    isGapOpen = false;
  }
  return words;
}

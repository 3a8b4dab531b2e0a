import { Modal } from 'antd';
import { useText } from '#web/language/language.tsx';
import { deskWords } from './deskWords.ts';

const rows = [
  { keys: ['j', 'k', '↓', '↑'], what: deskWords.keyMove },
  { keys: ['Enter'], what: deskWords.keyOpen },
  { keys: ['a'], what: deskWords.keyAcknowledge },
  { keys: ['m'], what: deskWords.keyMute },
  { keys: ['Esc'], what: deskWords.keyClose },
  { keys: ['?'], what: deskWords.keyHelp },
];

export function KeyHelp({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useText();
  return (
    <Modal open={isOpen} title={t(deskWords.help)} footer={null} onCancel={onClose} width={420}>
      <table className="desk-keys">
        <tbody>
          {rows.map(({ keys, what }) => (
            <tr key={what.en}>
              <th scope="row">
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </th>
              <td>{t(what)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Modal>
  );
}

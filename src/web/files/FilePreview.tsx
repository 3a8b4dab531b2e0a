import { Button, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { fileKinds } from '#kernel/file/fileKind.ts';
import type { FileLink } from '#kernel/file/fileLink.ts';
import { FormProblem } from '#web/forms/RecordForm.tsx';
import { useText } from '#web/language/language.tsx';
import { dayAndTime } from '#web/page/moments.ts';
import { fileAddress, inlineAddress, sizeWords, useRemoveFile } from './fileList.ts';
import { fileWords as words } from './fileWords.ts';

interface FilePreviewProps {
  file: FileLink;
  mayChange: boolean;
  /** To the neighbours in the list; absent at its ends. */
  onPrevious?: (() => void) | undefined;
  onNext?: (() => void) | undefined;
  close: () => void;
}

/** One file large, with what is known about it. */
export function FilePreview({ file, mayChange, onPrevious, onNext, close }: FilePreviewProps) {
  const say = useText();
  const [isRemoving, setRemoving] = useState(false);
  const { shown } = fileKinds[file.kind];
  return (
    <Modal
      open
      width={960}
      title={file.name}
      onCancel={close}
      footer={
        <div className="file-foot">
          <Button disabled={!onPrevious} onClick={onPrevious}>
            {say(words.previous)}
          </Button>
          <Button disabled={!onNext} onClick={onNext}>
            {say(words.next)}
          </Button>
          <span className="file-foot-room" />
          {mayChange && (
            <Button danger onClick={() => setRemoving(true)}>
              {say(words.remove)}
            </Button>
          )}
          {shown === 'inline' && file.kind === 'pdf' && (
            <Button href={inlineAddress(file.id)} target="_blank" rel="noreferrer">
              {say(words.open)}
            </Button>
          )}
          <Button type="primary" href={fileAddress(file.id)} download={file.name}>
            {say(words.download)}
          </Button>
        </div>
      }
    >
      <div className="file-preview">
        <Content file={file} />
        <Facts file={file} />
      </div>
      {isRemoving && <RemoveDialog file={file} close={() => setRemoving(false)} onRemoved={close} />}
    </Modal>
  );
}

function Content({ file }: { file: FileLink }) {
  const say = useText();
  const address = inlineAddress(file.id);
  if (fileKinds[file.kind].shown === 'photo') return <img className="file-large" src={address} alt={file.note || file.name} />;
  // A recording is the evidence as it was made; there is no caption track, its empty place says so.
  if (file.kind === 'mp4')
    return (
      <video className="file-large" src={address} controls preload="metadata" aria-label={file.name}>
        <track kind="captions" />
      </video>
    );
  if (file.kind === 'mp3' || file.kind === 'wav')
    return (
      <audio src={address} controls preload="metadata" aria-label={file.name}>
        <track kind="captions" />
      </audio>
    );
  return <p className="case-quiet">{say(fileKinds[file.kind].label)}</p>;
}

function Facts({ file }: { file: FileLink }) {
  const say = useText();
  const { evidence } = file;
  const isPhoto = fileKinds[file.kind].shown === 'photo';
  const fact = (label: string, value: string | null | undefined) =>
    value ? (
      <div key={label}>
        <dt>{label}</dt>
        <dd>{value}</dd>
      </div>
    ) : null;
  return (
    <dl className="file-facts">
      {fact(say(words.note), file.note)}
      {fact(say(words.takenAt), evidence?.takenAt?.replace('T', ' '))}
      {fact(say(words.satelliteAt), evidence?.satelliteAt && dayAndTime(evidence.satelliteAt, true))}
      {fact(say(words.place), evidence?.place && `${evidence.place[0].toFixed(5)}, ${evidence.place[1].toFixed(5)}`)}
      {fact(say(words.altitude), evidence?.altitudeM === null || evidence?.altitudeM === undefined ? null : `${evidence.altitudeM} m`)}
      {fact(
        say(words.direction),
        evidence?.directionDeg === null || evidence?.directionDeg === undefined
          ? null
          : say(words.directionValue, { n: Math.round(evidence.directionDeg) }),
      )}
      {fact(say(words.device), evidence?.camera)}
      {isPhoto && !evidence && <p className="case-quiet">{say(words.noEvidence)}</p>}
      {fact(say(words.pixels), file.width && file.height ? `${file.width} × ${file.height}` : null)}
      {fact(say(words.size), sizeWords(file.bytes))}
      {fact(say(words.added), `${dayAndTime(file.addedAt)}　${file.addedBy}`)}
      {fact(say(words.hash), file.sha256)}
      {file.shrunkFrom && <p className="case-quiet">{say(words.shrunk, { hash: file.shrunkFrom.slice(0, 16) })}</p>}
    </dl>
  );
}

function RemoveDialog({ file, close, onRemoved }: { file: FileLink; close: () => void; onRemoved: () => void }) {
  const say = useText();
  const reasonId = useId();
  const [why, setWhy] = useState('');
  const remove = useRemoveFile(file.subjectKind, file.subjectId);
  return (
    <Modal
      open
      title={say(words.removeTitle, { name: file.name })}
      okText={say(words.remove)}
      cancelText={say(words.keep)}
      okButtonProps={{ danger: true, disabled: why.trim() === '' }}
      confirmLoading={remove.isPending}
      onCancel={close}
      onOk={() => remove.mutate({ fileId: file.id, why }, { onSuccess: onRemoved })}
    >
      <p>{say(words.removeText)}</p>
      <label htmlFor={reasonId}>{say(words.reason)}</label>
      <Input id={reasonId} value={why} maxLength={500} onChange={(event) => setWhy(event.target.value)} />
      <FormProblem error={remove.error} />
    </Modal>
  );
}

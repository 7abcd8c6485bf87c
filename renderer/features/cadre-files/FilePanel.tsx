import { useState } from 'react'
import type { FileDecision } from '../../../shared/api/cadre-files.ts'
import { titlesOf } from '../../records/RefInput.tsx'
import { Button } from '../../ui/Button.tsx'
import { Check, Radios } from '../../ui/Check.tsx'
import { Field } from '../../ui/Field.tsx'
import { PickBox, type Picked } from '../../ui/PickBox.tsx'
import { StatusChip } from '../../ui/StatusChip.tsx'
import { stateWords } from './file-words.ts'
import type { PlannedFile } from './use-planned.ts'

interface Props {
  readonly file: PlannedFile
  readonly decision: FileDecision
  onDecide(decision: FileDecision): void
}

const people = titlesOf('person')

/** One file: whose it is, what is wrong, and each thing that it says otherwise, taken or not. */
export function FilePanel({ file, decision, onDecide }: Props) {
  const { changes } = file
  const refused = decision.refused ?? []
  const taken = changes.filter(change => !refused.includes(change.field)).length
  const refuse = (fields: readonly string[]) => onDecide({ ...decision, refused: [...fields] })
  return (
    <>
      <div className="section files-head">
        <div className="row">
          <b className="ellipsis">{file.name || '没有姓名'}</b>
          <StatusChip {...stateWords[file.state]} />
          <span className="space" />
          <Button small onClick={() => onDecide({ ...decision, skip: decision.skip !== true })}>
            {decision.skip ? '还是导入' : '不导入这份'}
          </Button>
        </div>
        <p className="t12 ink-3 ellipsis" title={file.file}>
          {file.file}
        </p>
      </div>
      {file.faults.length > 0 && (
        <div className="section files-faults">
          {file.faults.map(fault => (
            <p key={fault}>{fault}</p>
          ))}
        </div>
      )}
      {file.notes.length > 0 && (
        <div className="section">
          <h3 className="t12 ink-3">说明</h3>
          <ul className="files-notes">
            {file.notes.map(note => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </div>
      )}
      {file.state !== 'skipped' && <Whose file={file} decision={decision} onDecide={onDecide} />}
      {changes.length > 0 && (
        <div className="section">
          <div className="row files-all">
            <Check
              checked={taken === changes.length}
              mixed={taken > 0 && taken < changes.length}
              label={`取用 ${taken} / ${changes.length} 项`}
              onChange={on => refuse(on ? [] : changes.map(change => change.field))}
            />
          </div>
          <ul className="files-changes">
            {changes.map(change => (
              <li key={change.field}>
                <Check
                  checked={!refused.includes(change.field)}
                  label={<b>{change.label}</b>}
                  onChange={on => refuse(on ? refused.filter(field => field !== change.field) : [...refused, change.field])}
                />
                {change.before !== '' && <s>{change.before}</s>}
                <span className={refused.includes(change.field) ? 'ink-3' : ''}>{change.after}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}

/** Who is meant: among those who may be, or anybody of the roster. */
function Whose({ file, decision, onDecide }: Props) {
  const [picked, setPicked] = useState<Picked | null>(null)
  const choose = (personId: string | undefined) => {
    const { personId: _, ...rest } = decision
    onDecide(personId === undefined ? rest : { ...rest, personId })
  }
  return (
    <div className="section">
      {file.candidates.length > 0 && (
        <Radios
          name="whose"
          value={decision.personId ?? null}
          options={file.candidates.map(one => ({ value: one.id, label: `${one.name}　${one.detail}` }))}
          onChange={choose}
        />
      )}
      <Field
        label={file.person ? `认作 ${file.person.name}　${file.person.detail}` : file.isNew ? '花名册里没有，将新增人员；也可以选定已有的人' : '选定是谁的'}
      >
        <PickBox
          value={picked}
          load={people}
          placeholder="姓名或拼音首字母"
          onChange={next => {
            setPicked(next)
            choose(next?.id)
          }}
        />
      </Field>
      {decision.personId !== undefined && (
        <Button small kind="text" onClick={() => (setPicked(null), choose(undefined))}>
          还按文件认人
        </Button>
      )}
    </div>
  )
}

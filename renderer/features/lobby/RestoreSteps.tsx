import type { ReactNode } from 'react'
import type { BackupFacts } from '../../../shared/api/backup.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { FactList } from '../../ui/FactList.tsx'
import { Field } from '../../ui/Field.tsx'
import { PasswordBox } from '../../ui/PasswordBox.tsx'
import { momentShort } from '../../ui/say-date.ts'
import { sizeText } from '../../ui/say-size.ts'
import { Segmented } from '../../ui/Segmented.tsx'
import { TextBox } from '../../ui/TextBox.tsx'
import { groupCode } from './RecoverForm.tsx'

interface ChosenProps {
  readonly label: string
  readonly value: string | undefined
  readonly empty: string
  readonly verb: string
  readonly disabled: boolean
  readonly children?: ReactNode
  onChoose(): Promise<void>
}

/** Something that is chosen in a dialog of the system. */
export function Chosen({ label, value, empty, verb, disabled, children, onChoose }: ChosenProps) {
  return (
    <div className="field">
      <label>
        {label}
        <span className="star" aria-hidden>
          *
        </span>
      </label>
      <div className="row">
        <span className="derived ellipsis" style={{ flex: 1, color: value ? 'var(--ink)' : 'var(--ink-3)' }} title={value}>
          {value ?? empty}
        </span>
        <Button icon="folder" disabled={disabled} onClick={() => void onChoose()}>
          {verb}
        </Button>
      </div>
      {children}
    </div>
  )
}

/** What a backup says of itself, before it is opened. */
export function BackupFactsList({ facts }: { readonly facts: BackupFacts }) {
  const rows = [
    ['台账', facts.office],
    ['备份时间', `${momentShort(facts.madeAt)}，在 ${facts.machine}`],
    ['内容', `党组织 ${facts.organizations} 个，人员 ${facts.people} 人，活动 ${facts.activities} 次，审计 ${facts.auditLines} 行`],
    ['大小', `${sizeText(facts.size)}，程序 ${facts.program}`],
  ] as const
  return <FactList className="backup-facts" label="备份里有什么" of={rows} />
}

export interface OpenerDraft {
  readonly by: 'password' | 'code'
  readonly user: string
  readonly secret: string
}

interface OpenerProps {
  readonly draft: OpenerDraft
  readonly disabled: boolean
  onChange(draft: OpenerDraft): void
}

/** A user of the backup with the password of that day, or the recovery code. */
export function Opener({ draft, disabled, onChange }: OpenerProps) {
  const set = (patch: Partial<OpenerDraft>) => onChange({ ...draft, ...patch })
  return (
    <fieldset className="restore-opener" disabled={disabled}>
      <Segmented
        label="用什么打开"
        value={draft.by}
        options={[
          { value: 'password', label: '用口令' },
          { value: 'code', label: '用恢复码' },
        ]}
        onChange={by => set({ by, secret: '' })}
      />
      {draft.by === 'password' ? (
        <div className="restore-fields">
          <Field label="使用人" required help="备份里的使用人，姓名照原样">
            <TextBox value={draft.user} maxLength={40} onChange={user => set({ user })} />
          </Field>
          <Field label="口令" required help="备份那天的口令">
            <PasswordBox value={draft.secret} onChange={secret => set({ secret })} />
          </Field>
        </div>
      ) : (
        <Field label="恢复码" required help="六组，每组五位，照封存的打印件；横线自动加">
          <TextBox value={draft.secret} placeholder="XXXXX-XXXXX-XXXXX-XXXXX-XXXXX-XXXXX" onChange={typed => set({ secret: groupCode(typed) })} />
        </Field>
      )}
    </fieldset>
  )
}

interface RestoredProps {
  readonly facts: BackupFacts | undefined
  readonly folder: string
  readonly aside: string | null
  onEnter(): void
}

/** Where the office now lies, and where the former one is kept. */
export function Restored({ facts, folder, aside, onEnter }: RestoredProps) {
  return (
    <div className="lobby-form wide">
      <h2>已恢复，核对无误</h2>
      <p>每一页、审计链和记录数都与备份时相同。用备份那天的口令解锁；忘了口令用恢复码。</p>
      {facts && <BackupFactsList facts={facts} />}
      <FactList className="backup-facts" label="放在哪里" of={[['台账在', folder], ...(aside === null ? [] : [['原有的在', aside] as const])]} />
      {aside !== null && <Banner kind="info">原有的台账一个字没有动，只改了文件夹名。确认恢复的没有问题后，由安全保密管理员处理。</Banner>}
      <Banner kind="info">备份以后的改动不在里面。解锁后先看最近的记录，缺的补录；再到“备份与恢复”选好这台电脑的备份文件夹。</Banner>
      <div className="lobby-foot">
        <span className="space" />
        <Button kind="primary" autoFocus onClick={onEnter}>
          去解锁
        </Button>
      </div>
    </div>
  )
}

import type { PresetName } from '../../../shared/domain/presets.ts'
import { presetNames } from '../../../shared/domain/presets.ts'
import { call } from '../../api/client.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { TextBox } from '../../ui/TextBox.tsx'
import { NewPassword, type PasswordDraft } from '../../app/NewPassword.tsx'
import { commonFigures, ownFigures, type PresetFigure, presetPurpose } from './presets.ts'

export interface OfficeDraft {
  readonly preset: PresetName
  readonly name: string
  readonly folder: { readonly token: string; readonly path: string } | null
  readonly admin: { readonly name: string; readonly password: PasswordDraft }
  readonly clerk: { readonly name: string; readonly password: PasswordDraft }
}

interface StepProps {
  readonly draft: OfficeDraft
  /** True once 下一步 was tried: what is missing is said. */
  readonly tried: boolean
  onChange(draft: OfficeDraft): void
}

const isPreset = (value: string): value is PresetName => value in presetNames

/** Which figures the office starts with. All can be changed later. */
export function PresetStep({ draft, onChange }: StepProps) {
  return (
    <>
      <h2>按什么规定起步</h2>
      <p>只是起点，以后都可在“参数与设置”里改，改动只管以后。</p>
      <PresetFigures figures={commonFigures} title="四种都有" />
      <div className="presets" role="radiogroup" aria-label="预置">
        {Object.entries(presetNames).map(
          ([name, label]) =>
            isPreset(name) && (
              <label key={name}>
                <input
                  type="radio"
                  name="preset"
                  value={name}
                  checked={draft.preset === name}
                  autoFocus={draft.preset === name}
                  onChange={() => onChange({ ...draft, preset: name })}
                />
                <span>
                  <b>{label}</b>
                  <span className="t12 ink-3" style={{ marginLeft: 8 }}>
                    {presetPurpose[name]}
                  </span>
                </span>
                {ownFigures(name).length > 0 ? (
                  <PresetFigures figures={ownFigures(name)} title="另加" />
                ) : (
                  <p className="t12 ink-3">{name === 'national' ? '只用上面这几项' : '与国家规定相同，有本级文件再改'}</p>
                )}
              </label>
            ),
        )}
      </div>
    </>
  )
}

function PresetFigures({ figures, title }: { readonly figures: readonly PresetFigure[]; readonly title: string }) {
  return (
    <dl className="preset-figures">
      <dt>{title}</dt>
      {figures.map(figure => (
        <dd key={figure.label}>
          {figure.label} <b>{figure.value}</b>
          {figure.unverified && <span className="tone-soon">（待核）</span>}
        </dd>
      ))}
    </dl>
  )
}

/** What the office is called and where its files are kept. */
export function PlaceStep({ draft, tried, onChange }: StepProps) {
  const choose = async () => {
    const folder = await call('shell.chooseFolder', { title: '台账存放的文件夹' })
    if (folder) onChange({ ...draft, folder })
  }
  const short = draft.name.trim().length < 2
  return (
    <>
      <h2>名称与存放位置</h2>
      <p>台账整库加密，只存在所选文件夹里。不要放在网盘同步的文件夹。</p>
      <Field label="台账名称" required help="一般用党委全称，印在表头" fault={tried && short ? '名称至少 2 字' : undefined}>
        <TextBox value={draft.name} autoFocus maxLength={60} onChange={name => onChange({ ...draft, name })} />
      </Field>
      <div className="field">
        <label>
          存放文件夹
          <span className="star" aria-hidden>
            *
          </span>
        </label>
        <div className="row">
          <span className="derived ellipsis" style={{ flex: 1, color: draft.folder ? 'var(--ink)' : 'var(--ink-3)' }}>
            {draft.folder?.path ?? '还没有选'}
          </span>
          <Button icon="folder" onClick={() => void choose()}>
            选文件夹
          </Button>
        </div>
        <div className={tried && !draft.folder ? 'field-note bad' : 'field-note'}>
          {tried && !draft.folder ? '请选一个文件夹' : '选一个空文件夹，或新建一个'}
        </div>
      </div>
    </>
  )
}

/** One of the two first users. */
export function UserStep({ draft, tried, onChange, who }: StepProps & { readonly who: 'admin' | 'clerk' }) {
  const person = draft[who]
  const set = (patch: Partial<typeof person>) => onChange({ ...draft, [who]: { ...person, ...patch } })
  const same = who === 'clerk' && draft.clerk.name.trim() !== '' && draft.clerk.name.trim() === draft.admin.name.trim()
  return (
    <>
      <h2>{who === 'admin' ? '系统管理员' : '经办人'}</h2>
      <p>{who === 'admin' ? '管使用人和安全参数，看不到业务记录。与经办人不能是同一个人。' : '录入、导入、打印。其他使用人以后由系统管理员添加。'}</p>
      <Field label="姓名" required fault={same ? '管理员和经办人应是两个人' : tried && person.name.trim() === '' ? '请填姓名' : undefined}>
        <TextBox value={person.name} autoFocus maxLength={40} onChange={name => set({ name })} />
      </Field>
      <NewPassword key={who} user={person.name} value={person.password} tried={tried} onChange={password => set({ password })} />
    </>
  )
}

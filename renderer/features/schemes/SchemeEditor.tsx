import { useRef, useState } from 'react'
import { schemeFaults } from '../../../shared/rules/schemes.ts'
import type { SchemeTemplate } from '../../../shared/schemes/template.ts'
import type { CallOutput } from '../../api/client.ts'
import { navigate } from '../../app/router.ts'
import { useScope } from '../../app/scope.tsx'
import { useSession } from '../../app/session.tsx'
import { useActions } from '../../app/shortcuts.ts'
import { useSayDone, useUndo } from '../../app/undo.ts'
import { useUnsaved } from '../../app/unsaved.tsx'
import { HistoryDialog } from '../../records/HistoryDialog.tsx'
import { VoidDialog } from '../../records/VoidDialog.tsx'
import { Banner, ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Crumbs } from '../../ui/PageHead.tsx'
import { CopyDialog } from './CopyDialog.tsx'
import { FactsCard } from './FactsCard.tsx'
import { FindingsCard } from './FindingsCard.tsx'
import { GroupsCard } from './GroupsCard.tsx'
import { ItemTree } from './ItemTree.tsx'
import { type SchemeDraft, shapeOf, toSave } from './scheme-draft.ts'
import { UsedCard } from './UsedCard.tsx'
import { type OnFile, useScheme } from './use-scheme.ts'
import { VetoesCard } from './VetoesCard.tsx'
import { schemePath } from './words.ts'

interface Props {
  readonly initial: SchemeDraft
  /** Undefined for a new one. */
  readonly onFile: OnFile | undefined
  readonly ballots: CallOutput<'scheme.get'>['ballots']
  readonly voided?: boolean
  /** What a new one began with. */
  readonly sample?: SchemeTemplate | undefined
}

/** 考核方案: the tree of items, who scores with what weight, the lines between grades; saved in one, and closed to change once papers were counted by it. */
export function SchemeEditor({ initial, onFile, ballots, voided = false, sample }: Props) {
  const { today, setYear } = useScope()
  const session = useSession()
  const held = useScheme(initial, onFile)
  const done = useSayDone()
  const undoSaved = useUndo()
  const settle = useUnsaved(held.touched)
  const [over, setOver] = useState<'copy' | 'history' | 'void'>()
  const [tried, setTried] = useState(false)
  const counted = ballots.find(ballot => ballot.counted)
  const mayWrite = session.mayWrite && !voided && counted === undefined
  const { facts, items, groups, vetoes } = held.now
  const faults = schemeFaults(shapeOf(held.now))
  const missing = [facts.name.trim() === '' ? '没有填方案名称' : '', facts.year === null || !Number.isInteger(facts.year) ? '年度应是整数' : ''].filter(Boolean)
  const refused = [...missing, ...faults.map(({ message }) => message)]
  const kept = { id: onFile?.id ?? '', name: initial.facts.name, year: initial.facts.year ?? 0 }

  const save = () => {
    setTried(true)
    if (!mayWrite || !held.dirty || held.saving || refused.length > 0) return
    held.save(id => {
      settle()
      done(`已保存考核方案“${facts.name.trim()}”，${toSave(held.now).items.length} 项指标`)
      if (facts.year !== null) setYear(facts.year)
      if (!onFile) navigate(schemePath(id), { replace: true })
    })
  }
  const latest = useRef(held)
  latest.current = held
  const undo = () => (latest.current.mayUndo ? latest.current.undo() : undoSaved())
  useActions([
    { name: '保存考核方案', keys: 'Ctrl S', typing: true, when: () => mayWrite && over === undefined, perform: save },
    { name: '撤销方案的上一处改动', keys: 'Ctrl Z', typing: true, when: () => mayWrite && held.mayUndo && over === undefined, perform: undo },
  ])
  return (
    <div className="page">
      <div className="row scheme-head">
        <Crumbs items={[{ label: '考核方案', to: '/schemes' }, { label: onFile ? `${kept.year} 年 ${kept.name}` : '新建方案' }]} />
        <span className="space" />
        {onFile && (
          <Button icon="clock" onClick={() => setOver('history')}>
            历史
          </Button>
        )}
        {onFile && session.mayWrite && (
          <Button icon="columns" disabled={held.touched} onClick={() => setOver('copy')}>
            复制…
          </Button>
        )}
        {onFile && mayWrite && ballots.length === 0 && (
          <Button kind="danger" onClick={() => setOver('void')}>
            作废…
          </Button>
        )}
        {mayWrite && (
          <Button kind="primary" keys="Ctrl S" disabled={!held.dirty || held.saving} onClick={save}>
            保存
          </Button>
        )}
      </div>
      {voided && <Banner kind="warn">这个方案已作废，不再用于新的测评。</Banner>}
      {sample && (
        <Banner kind="info">
          <b>样例：</b>
          {sample.remark}
        </Banner>
      )}
      {counted && (
        <Banner
          kind="info"
          icon="lock"
          action={
            session.mayWrite && (
              <Button small icon="columns" onClick={() => setOver('copy')}>
                复制一份再改
              </Button>
            )
          }
        >
          “{counted.name}”已按这个方案计票，指标、权重和分数线不再改动。
        </Banner>
      )}
      {held.overtaken && (
        <Banner
          kind="error"
          action={
            <Button small onClick={held.reload}>
              读取最新，放弃本页改动
            </Button>
          }
        >
          <b>没有写入：这个方案打开之后在别处改过。</b>本页的改动还在。先记下要改的，再读取最新的方案。
        </Banner>
      )}
      <ErrorBanner error={held.error} />
      {tried && refused.length > 0 && (
        <Banner kind="error">
          还不能保存：{refused.slice(0, 4).join('；')}
          {refused.length > 4 ? `等 ${refused.length} 处` : ''}。
        </Banner>
      )}
      <div className="scheme-columns">
        <Card fill title="指标" note={`${items.length} 项`}>
          <ItemTree items={items} mayWrite={mayWrite} onItems={(next, edit) => held.set({ items: next }, edit)} />
        </Card>
        <div className="scheme-side">
          <FindingsCard draft={held.now} />
          {onFile && ballots.length > 0 && <UsedCard ballots={ballots} />}
          <FactsCard facts={facts} mayWrite={mayWrite} today={today} onFacts={(next, edit) => held.set({ facts: next }, edit)} />
          <GroupsCard groups={groups} mayWrite={mayWrite} onGroups={(next, edit) => held.set({ groups: next }, edit)} />
          <VetoesCard vetoes={vetoes} mayWrite={mayWrite} onVetoes={(next, edit) => held.set({ vetoes: next }, edit)} />
        </div>
      </div>
      {over === 'copy' && <CopyDialog scheme={kept} year={kept.year + 1} onClose={() => setOver(undefined)} />}
      {over === 'history' && <HistoryDialog type="scheme" id={kept.id} title={kept.name} onClose={() => setOver(undefined)} />}
      {over === 'void' && onFile && (
        <VoidDialog
          type="scheme"
          record={onFile}
          sub={kept.name}
          onDone={() => {
            settle()
            done(`已作废考核方案“${kept.name}”`)
            navigate('/schemes')
          }}
          onClose={() => setOver(undefined)}
        />
      )}
    </div>
  )
}

import { type FocusEvent, useMemo, useRef, useState } from 'react'
import { ballots } from '../../../shared/ballots/index.ts'
import { ballotGrades, type BallotGrade } from '../../../shared/domain/ballot-words.ts'
import { navigate } from '../../app/router.ts'
import { useScope } from '../../app/scope.tsx'
import { useSession } from '../../app/session.tsx'
import { useActions } from '../../app/shortcuts.ts'
import { CapCard } from '../../ballots/CapCard.tsx'
import { onPaper, planFor } from '../../ballots/plan.ts'
import { isGrade } from '../../ballots/words.ts'
import { BarNotices } from '../../records/BarNotices.tsx'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { DateBox } from '../../ui/DateBox.tsx'
import { Grid } from '../../ui/Grid.tsx'
import type { Change } from '../../ui/grid-cells.ts'
import { useNarrow } from '../../ui/SidePanel.tsx'
import { BallotHead } from './BallotHead.tsx'
import { BallotPrints } from './BallotPrints.tsx'
import { ballotPath } from './BallotViews.tsx'
import type { Fact } from './count-columns.tsx'
import { linesOf } from './count-content.ts'
import { DecisionsOver, type Over } from './DecisionsOver.tsx'
import { HowCounted } from './HowCounted.tsx'
import { proposalsFor, type Reading, type Result, saidBy } from './proposals.ts'
import { resultColumns, type ResultLine } from './result-columns.tsx'
import { RowExplained } from './RowExplained.tsx'
import type { BallotReply } from './use-counting.ts'
import { typesWords } from './types-words.ts'
import { useDecide } from './use-decide.ts'
import { useFirstCell } from './use-first-cell.ts'
import { followsUp, useFollowUps } from './use-follow-ups.ts'
import { useScored } from './use-scored.ts'

interface Props {
  readonly reply: BallotReply
  readonly result: Result
}

/** In an election no more are elected than there are 名额, where these are of one post. */
function electedLimit({ kind, ballot, rows }: BallotReply): { readonly grade: BallotGrade; readonly most: number } | null {
  if (!ballots[kind].decision.grades.includes('elected')) return null
  const [of, ...others] = new Set(rows.map(({ line }) => line.places))
  const places = typeof ballot['places'] === 'number' ? ballot['places'] : others.length === 0 ? of : null
  return typeof places === 'number' ? { grade: 'elected', most: places } : null
}

/** 组织评定 beside each row: by key, with the cap in sight, and a reason where it differs from the figures. */
export function Decisions({ reply, result }: Props) {
  const { mayWrite } = useSession()
  const { today } = useScope()
  const narrow = useNarrow(1500)
  const id = String(reply.ballot['id'])
  const kind = ballots[reply.kind]
  const plan = useMemo(() => planFor(reply.kind, reply.items), [reply.kind, reply.items])
  const rows = useMemo(() => onPaper(reply.rows), [reply.rows])
  const known = new Map(reply.rows.map(row => [row.line.number, row]))
  const [decidedOn, setDecidedOn] = useState<string | null>(() => reply.rows.map(row => row.decision?.decidedOn).find(day => day !== undefined) ?? today)
  const deciding = useDecide(id, decidedOn ?? today)
  const [at, setAt] = useState(0)
  const [over, setOver] = useState<Over>()
  const frame = useRef<HTMLDivElement>(null)
  useFirstCell(frame)
  const editable = mayWrite && !reply.ballot['voidedAt']
  const gradeOf = (row: number): BallotGrade | null => {
    const waiting = deciding.waiting.get(row)
    return waiting === undefined ? (known.get(row)?.decision?.grade ?? null) : waiting
  }
  const byNumber = new Map(result.rows.map(row => [row.number, row]))
  const lines = linesOf({ ...plan, items: plan.items.slice(0, 1) }, rows).flatMap((line): ResultLine[] => {
    const found = byNumber.get(line.row.number)
    const decision = known.get(line.row.number)?.decision
    return found ? [{ ...line, result: found, grade: gradeOf(line.row.number), reason: decision?.reason ?? '', advice: decision?.advice ?? '' }] : []
  })
  const here = lines[Math.min(at, lines.length - 1)]
  const decided = new Map(lines.flatMap(line => (line.grade === null ? [] : [[line.row.number, line.grade] as const])))
  const scored = kind.paper.items === 'scheme'
  const reading: Reading = {
    kind,
    groups: result.groups,
    quorum: !result.findings.some(finding => finding.code === 'quorum' && finding.tone === 'warn'),
    scored: useScored(id, scored),
  }
  const { cap } = reply
  const used = cap ? [...decided.values()].filter(grade => grade === cap.grade).length : 0
  const proposals = proposalsFor(reading, result.rows, decided, cap ?? electedLimit(reply))
  const left = lines.filter(line => line.grade === null && !proposals.some(p => p.row === line.row.number)).map(line => line.row.name)
  const followUps = useFollowUps(
    id,
    lines.some(line => line.grade !== null && followsUp(line.grade)),
  )
  const facts = new Map<number, readonly Fact[]>(reply.rows.map(({ line, facts: of }) => [line.number, of]))

  /** Why a reason is asked for; undefined where none is. */
  const differs = (line: ResultLine, grade: BallotGrade): string | undefined => {
    if (cap && grade === cap.grade && line.grade !== grade && used >= cap.most)
      return `${ballotGrades[grade]}名额 ${cap.most} 名已满。改评一人，或写明超出的理由。`
    const said = saidBy(reading, line.result)
    if (said === null || said === grade) return undefined
    return `${scored ? '按得分建议' : '按得票'}是“${ballotGrades[said]}”，评定可以不同，写明理由。`
  }
  const change = (changes: readonly Change[]) => {
    for (const { index, key, value } of changes) {
      const line = lines[index]
      if (!line) continue
      if (key === 'grade') {
        const grade = isGrade(value) && kind.decision.grades.includes(value) ? value : null
        if (grade === null && value !== '') continue
        const why = grade === null || line.reason !== '' ? undefined : differs(line, grade)
        if (grade !== null && why !== undefined) setOver({ row: line.row.number, grade, why })
        else if (grade !== line.grade) deciding.decide([{ row: line.row.number, grade }])
      } else if (line.grade !== null)
        deciding.decide([{ row: line.row.number, grade: line.grade, [key === 'advice' ? 'advice' : 'reason']: value.trim() || null }])
    }
  }
  const go = (to: string | null | undefined) => to && navigate(ballotPath(to, 'result'), { replace: true })
  const idle = () => over === undefined
  useActions([
    { name: '上一个党组织', keys: '[', typing: true, when: () => idle() && !typesWords() && !!reply.round?.previous, perform: () => go(reply.round?.previous) },
    { name: '下一个党组织', keys: ']', typing: true, when: () => idle() && !typesWords() && !!reply.round?.next, perform: () => go(reply.round?.next) },
    { name: '按得票评定其余各行', keys: 'Ctrl Enter', typing: true, when: () => editable && idle(), perform: () => setOver('all') },
    {
      name: '评定内容：自评、互评、建议',
      keys: 'Alt E',
      typing: true,
      when: () => editable && idle() && (here?.grade ?? null) !== null,
      perform: () => setOver('content'),
    },
  ])
  const follow = (event: FocusEvent) => {
    const row = event.target.closest('tr[aria-rowindex]')?.getAttribute('aria-rowindex')
    if (row) setAt(Number(row) - 2)
  }
  const entry = here && known.get(here.row.number)
  return (
    <div className="page ballot-page">
      <BallotHead
        reply={reply}
        view="result"
        onGo={go}
        tools={
          kind.paper.items === 'scheme' && (
            <Button icon="gauge" title="各组得分、加减分、建议等次和个人报告" href={`#/schemes/results/${encodeURIComponent(id)}`}>
              综合得分
            </Button>
          )
        }
      >
        {editable && (
          <Button kind="primary" keys="Ctrl ↵" disabled={decided.size === lines.length} onClick={() => setOver('all')}>
            {scored ? '按得分评定' : '按得票评定'}
          </Button>
        )}
      </BallotHead>
      <div className="ballot-notices">
        <ErrorBanner
          error={deciding.error}
          action={
            <Button small onClick={deciding.forgetError}>
              知道了
            </Button>
          }
        />
        <BarNotices bars={reply.bars.filter(({ row }) => row !== null)} />
      </div>
      <div className="ballot-columns">
        <Card
          fill
          title={kind.decision.label}
          note={`${decided.size} / ${lines.length} 已评定`}
          actions={
            <div className="decided-on">
              研究日期
              <DateBox label="研究日期" value={decidedOn} today={today} disabled={!editable} onChange={setDecidedOn} />
            </div>
          }
        >
          <div ref={frame} className="count-grid result-grid" onFocus={follow}>
            <Grid
              label={kind.decision.label}
              columns={resultColumns(kind, plan, lines, facts, narrow, editable)}
              pinned={2}
              count={lines.length}
              rowAt={i => lines[i]}
              idOf={line => line.id}
              readOnly={!editable}
              onChange={change}
              foot={
                <span className="ink-3">
                  {editable
                    ? `在“${kind.decision.label}”一格按 ${kind.decision.grades.map((grade, i) => `${i + 1} ${ballotGrades[grade]}`).join('　')}`
                    : `${lines.length} 行`}
                </span>
              }
            />
          </div>
        </Card>
        <aside className="ballot-side" aria-label="怎样算的">
          {cap && <CapCard cap={cap} used={used} closed />}
          {here && (
            <RowExplained
              kind={kind}
              plan={plan}
              line={here}
              groups={result.groups}
              entry={entry}
              editable={editable}
              followUps={here.grade !== null && followsUp(here.grade) && here.row.personId !== null ? (followUps.get(here.row.personId) ?? 0) : null}
              onEdit={() => setOver('content')}
              onFollowUp={() => setOver('followUp')}
            />
          )}
          <HowCounted result={result} kind={kind} plan={plan} />
          <BallotPrints reply={reply} />
        </aside>
      </div>
      <DecisionsOver
        over={over}
        reply={reply}
        proposals={proposals}
        left={left}
        line={typeof over === 'object' ? lines.find(line => line.row.number === over.row) : here}
        deciding={deciding}
        onClose={() => setOver(undefined)}
      />
    </div>
  )
}

import { useMemo } from 'react'
import { useQuery } from '../../api/hooks.ts'
import { navigate, type PageProps, useKept, useKeptScroll } from '../../app/router.ts'
import { FormMenu } from '../../forms/FormMenu.tsx'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { Crumbs } from '../../ui/PageHead.tsx'
import { WithPanel } from '../../ui/SidePanel.tsx'
import { StatusChip } from '../../ui/StatusChip.tsx'
import { spread } from '../../records/table-columns.ts'
import { useWidth } from '../../records/use-width.ts'
import { OutcomePanel } from './OutcomePanel.tsx'
import { resultColumns } from './result-columns.tsx'
import { inRank, unitOf } from './result-words.ts'
import { ballotPath, findingTone, reportPath, schemePath, weightsText } from './words.ts'
import './schemes.css'

/** What a scored ballot comes to: everyone's composite, rank and proposed grade, and beside it what was decided. */
export function ResultsPage({ params }: PageProps) {
  const id = params['id'] ?? ''
  const reply = useQuery('scheme.results', { ballotId: id })
  const [current, setCurrent] = useKept('current', -1)
  const scroll = useKeptScroll('results')
  const [frame, width] = useWidth()
  const rows = useMemo(() => inRank(reply.data?.rows ?? []), [reply.data])
  if (!reply.data)
    return (
      <div className="page" style={{ paddingTop: 16 }}>
        <ErrorBanner
          error={reply.error}
          action={
            <Button small href={`#${ballotPath(id)}`}>
              回到测评
            </Button>
          }
        />
      </div>
    )
  const { head } = reply.data
  const chosen = rows[current]
  return (
    <div className="page">
      <div className="row scheme-head">
        <Crumbs items={[{ label: '评议、测评和票决', to: '/ballots' }, { label: head.name, to: ballotPath(head.ballotId) }, { label: '综合得分' }]} />
        <span className="space" />
        <FormMenu
          form="performanceReport"
          params={{ ballotId: head.ballotId }}
          name={`考核报告 ${head.name}`}
          label="考核报告"
          title={`${head.subjects === 'people' ? '每人' : '每个党组织'}一份`}
        />
        <Button icon="form" href={`#${schemePath(head.scheme.id)}`}>
          考核方案
        </Button>
      </div>
      <Card className="result-head">
        <p className="t13 result-of">
          <b>{head.organization}</b>
          <span>
            {head.scheme.name}，满分 {head.scheme.full}
          </span>
          <span>{weightsText(head.groups)}</span>
          <span className="ink-3">{head.closedOn} 封票</span>
        </p>
        {head.findings.length > 0 && (
          <ul className="row">
            {head.findings.map(({ message, tone, clause }) => (
              <li key={message} title={clause ?? undefined}>
                <StatusChip tone={findingTone(tone)} {...(tone === 'short' ? { icon: 'warn' as const } : {})} word={message} />
              </li>
            ))}
          </ul>
        )}
      </Card>
      <ErrorBanner error={reply.error} />
      <WithPanel
        open={chosen !== undefined}
        label={chosen?.name ?? ''}
        panel={chosen && <OutcomePanel head={head} outcome={chosen} />}
        onClose={() => setCurrent(-1)}
      >
        <Card fill>
          <div ref={frame} className="fill-frame">
            <DataTable
              label={head.name}
              columns={spread(resultColumns(head), width, 0, 1.6)}
              pinned={2}
              count={rows.length}
              rowAt={i => rows[i]}
              idOf={row => String(row.row)}
              current={current}
              onCurrent={setCurrent}
              onOpen={row => navigate(reportPath(head.ballotId, row.row))}
              toneOf={row => (row.vetoes.length > 0 ? 'bad' : undefined)}
              unit={unitOf(head)}
              scroll={scroll}
              leads
            />
          </div>
        </Card>
      </WithPanel>
    </div>
  )
}

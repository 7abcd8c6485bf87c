import { useState } from 'react'
import type { CallOutput } from '../../api/client.ts'
import { useQuery } from '../../api/hooks.ts'
import { navigate, type PageProps } from '../../app/router.ts'
import { useScope } from '../../app/scope.tsx'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Figure, FigureStrip } from '../../ui/Figure.tsx'
import { Link } from '../../ui/Link.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { SelectBox } from '../../ui/SelectBox.tsx'
import { StatusChip } from '../../ui/StatusChip.tsx'
import { StructureSides } from './StructureSides.tsx'
import './selection.css'

type Reply = CallOutput<'team.structure'>

/** 班子结构: a leading body by age, sex, education, speciality and tenure, and what a proposed change would do to it; each band opens who is in it. */
export function StructurePage({ query }: PageProps) {
  const { today } = useScope()
  const unit = query.get('unit') ?? undefined
  const candidateIds = (query.get('candidates') ?? '').split(',').filter(Boolean)
  const [shown, setShown] = useState<{ readonly label: string; readonly personIds: readonly string[] }>()
  const { data, error } = useQuery('team.structure', { ...(unit === undefined ? {} : { unit }), candidateIds })
  const choose = (next: string | null) => {
    setShown(undefined)
    const asked = new URLSearchParams({ ...(next === null ? {} : { unit: next }), ...(candidateIds.length > 0 ? { candidates: candidateIds.join(',') } : {}) })
    navigate(`/team-structure?${asked.toString()}`, { replace: true })
  }
  const members = (data?.members ?? []).filter(({ personId }) => shown === undefined || shown.personIds.includes(personId))
  return (
    <div className="page">
      <PageHead
        title="班子结构"
        sub={data?.after ? '现在的班子，和所选人选任职后的样子' : `按 ${today} 在任计`}
        actions={
          data &&
          data.units.length > 0 && (
            <div style={{ width: 240 }}>
              <SelectBox label="单位" value={data.unit} options={data.units.map(value => ({ value, label: value }))} onChange={choose} />
            </div>
          )
        }
      />
      <ErrorBanner error={error} />
      {data && data.units.length === 0 && (
        <Card fill style={{ flex: 1 }}>
          <EmptyState icon="users" title="还没有职位。" action={<Button href="#/cadres/posts">登记职位</Button>}>
            先在“职位和职数”里登记领导班子和内设机构的职位，再登记谁在任。
          </EmptyState>
        </Card>
      )}
      {data && data.units.length > 0 && (
        <>
          <Totals data={data} />
          <div className="selection-structure">
            <Card fill title="结构" note={shown ? `只看：${shown.label}` : '点一档看是哪些人'}>
              <div className="card-body">
                <StructureSides before={data.before} after={data.after} onShow={setShown} />
              </div>
            </Card>
            <Card
              fill
              title="成员"
              note={`${members.length} 人`}
              actions={
                shown && (
                  <Button small onClick={() => setShown(undefined)}>
                    全部
                  </Button>
                )
              }
            >
              <div className="card-body">
                <table className="table">
                  <thead>
                    <tr>
                      <th>姓名</th>
                      <th>职务</th>
                      <th>出生</th>
                      <th>学历学位</th>
                      <th>专业</th>
                      <th>任现职</th>
                    </tr>
                  </thead>
                  <tbody>
                    {members.map(({ personId, name, posts, bornOn, education, major, since, change }) => (
                      <tr key={personId}>
                        <td>
                          <Link to={`/cadres/of/${personId}`} className="link bold">
                            {name}
                          </Link>{' '}
                          {change !== null && <StatusChip tone={change === 'in' ? 'met' : 'exempt'} word={change === 'in' ? '拟进' : '拟出'} />}
                        </td>
                        <td title={posts.join('、')}>{posts.join('、') || '—'}</td>
                        <td>{bornOn?.slice(0, 7) ?? '—'}</td>
                        <td>{education || '—'}</td>
                        <td>{major ?? '—'}</td>
                        <td>{since ?? '—'}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            </Card>
          </div>
        </>
      )}
    </div>
  )
}

const percent = (some: number, whole: number): string => (whole === 0 ? '—' : `${Math.round((some / whole) * 100)}%`)
const inBand = ({ sides }: Reply['before'], key: string, ...labels: readonly string[]): number =>
  sides
    .find(side => side.key === key)
    ?.bands.filter(({ label }) => labels.includes(label))
    .reduce((sum, { personIds }) => sum + personIds.length, 0) ?? 0

function Totals({ data: { before, after } }: { readonly data: Reply }) {
  const pair = (value: (of: Reply['before']) => string) => (after ? `${value(before)} → ${value(after)}` : value(before))
  return (
    <FigureStrip>
      <Figure label="在任" value={pair(of => String(of.count))} unit="人" compact />
      <Figure label="平均年龄" value={pair(of => (of.averageAge === null ? '—' : String(of.averageAge)))} unit="岁" compact />
      <Figure label="40 岁以下" value={pair(of => percent(inBand(of, 'age', '35 岁以下', '36 至 40 岁'), of.count))} compact />
      <Figure label="女干部" value={pair(of => percent(inBand(of, 'sex', '女'), of.count))} compact />
      <Figure label="大学以上" value={pair(of => percent(inBand(of, 'education', '大学', '研究生'), of.count))} compact />
    </FigureStrip>
  )
}

import { useState } from 'react'
import type { PostLine } from '../../../shared/api/cadres.ts'
import { cadrePostKinds } from '../../../shared/domain/cadre-words.ts'
import { addYears } from '../../../shared/rules/days.ts'
import { keysOf } from '../../../shared/records/keys.ts'
import { useQuery } from '../../api/hooks.ts'
import { useScope } from '../../app/scope.tsx'
import { useSession } from '../../app/session.tsx'
import { useActions } from '../../app/shortcuts.ts'
import { useSayDone } from '../../app/undo.ts'
import { RecordDialog } from '../../records/RecordDialog.tsx'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Figure, FigureStrip } from '../../ui/Figure.tsx'
import { IconAction } from '../../ui/IconAction.tsx'
import { Link } from '../../ui/Link.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { StatusChip } from '../../ui/StatusChip.tsx'
import { levelText, spanText } from './cadre-words.ts'
import './cadres.css'

const looks = { all: '全部', vacant: '空缺', over: '超配' } as const
type Look = keyof typeof looks

const kinds: Readonly<Record<string, string>> = cadrePostKinds
const vacantOf = ({ headcount, held }: PostLine) => Math.max(0, headcount - held.length)
const overOf = ({ headcount, held }: PostLine) => Math.max(0, held.length - headcount)
const sum = (posts: readonly PostLine[], of: (post: PostLine) => number) => posts.reduce((total, post) => total + of(post), 0)

type Open =
  | { readonly what: 'new'; readonly unit?: string }
  | { readonly what: 'edit'; readonly id: string }
  | { readonly what: 'hold'; readonly post: PostLine; readonly unit: string }

/** 职位和职数: by unit what is to be held, what is, what is over and what is vacant, down to the people. */
export function PostsPage() {
  const { today, organizationId } = useScope()
  const { mayWrite } = useSession()
  const done = useSayDone()
  const [look, setLook] = useState<Look>('all')
  const [open, setOpen] = useState<Open>()
  const reply = useQuery('post.board', organizationId ? { organizationId } : {})
  const all = (reply.data ?? []).flatMap(({ posts }) => posts)
  const fits = (post: PostLine) => look === 'all' || (look === 'vacant' ? vacantOf(post) > 0 : overOf(post) > 0)
  const units = (reply.data ?? []).map(({ unit, posts }) => ({ unit, whole: posts, posts: posts.filter(fits) })).filter(({ posts }) => posts.length > 0)
  const close = () => setOpen(undefined)
  useActions([{ name: '新增职位', keys: 'N', command: 'new', when: () => mayWrite && open === undefined, perform: () => setOpen({ what: 'new' }) }])
  return (
    <div className="page">
      <PageHead
        title="职位和职数"
        sub={`按 ${today} 在任计`}
        actions={
          <>
            {mayWrite && (
              <Button icon="upload" href="#/import/post">
                导入
              </Button>
            )}
            {mayWrite && (
              <Button kind="primary" icon="plus" keys="N" onClick={() => setOpen({ what: 'new' })}>
                新增职位
              </Button>
            )}
          </>
        }
      />
      <ErrorBanner error={reply.error} />
      {reply.data && all.length === 0 && (
        <Card>
          <EmptyState
            icon="tree"
            title="还没有职位"
            action={
              mayWrite && (
                <Button icon="upload" href="#/import/post">
                  导入职位
                </Button>
              )
            }
          >
            登记单位的职位和应配人数；任免选到职位上，实配、超配、空缺自己算出。
          </EmptyState>
        </Card>
      )}
      {all.length > 0 && (
        <>
          <div className="post-figures">
            <FigureStrip weights={[1, 1, 1, 1]}>
              <Figure label="应配" value={sum(all, post => post.headcount)} unit="人" />
              <Figure label="实配" value={sum(all, post => post.held.length)} unit="人" />
              <Figure label="空缺" value={sum(all, vacantOf)} unit="人" />
              <Figure label="超配" value={sum(all, overOf)} unit="人" />
            </FigureStrip>
          </div>
          <div className="tools">
            <Segmented label="看哪些职位" value={look} options={keysOf(looks).map(value => ({ value, label: looks[value] }))} onChange={setLook} />
          </div>
          <Card fill label="职位">
            <div className="post-units">
              {units.length === 0 ? (
                <EmptyState icon="check" title={`没有${looks[look]}的职位`} />
              ) : (
                <table className="table dense">
                  <thead>
                    <tr>
                      <th style={{ width: 232 }}>职位</th>
                      <th style={{ width: 104 }}>层次</th>
                      <th style={{ width: 88 }}>类别</th>
                      <th className="r" style={{ width: 56 }}>
                        应配
                      </th>
                      <th className="r" style={{ width: 56 }}>
                        实配
                      </th>
                      <th style={{ width: 96 }}>职数</th>
                      <th>在任</th>
                      <th style={{ width: 104 }} aria-label="操作" />
                    </tr>
                  </thead>
                  {units.map(({ unit, whole, posts }) => (
                    <tbody key={unit}>
                      <tr className="post-unit">
                        <th colSpan={3} scope="rowgroup">
                          {unit}
                        </th>
                        <td className="r">{sum(whole, post => post.headcount)}</td>
                        <td className="r">{sum(whole, post => post.held.length)}</td>
                        <td colSpan={2} />
                        <td className="r">
                          {mayWrite && <IconAction icon="plus" size={14} title={`${unit}加职位`} onClick={() => setOpen({ what: 'new', unit })} />}
                        </td>
                      </tr>
                      {posts.map(post => (
                        <tr key={post.id}>
                          <td title={post.title}>{post.title}</td>
                          <td>{levelText(post.level) || <span className="ink-3">—</span>}</td>
                          <td>{kinds[post.kind] ?? ''}</td>
                          <td className="r">{post.headcount}</td>
                          <td className="r">{post.held.length}</td>
                          <td>
                            <Chip post={post} />
                          </td>
                          <td>
                            <Holders post={post} today={today} />
                          </td>
                          <td className="r">
                            {mayWrite && (
                              <IconAction icon="user" size={14} title={`登记任${post.title}`} onClick={() => setOpen({ what: 'hold', post, unit })} />
                            )}
                            {mayWrite && <IconAction icon="edit" size={14} title="修改职位" onClick={() => setOpen({ what: 'edit', id: post.id })} />}
                          </td>
                        </tr>
                      ))}
                    </tbody>
                  ))}
                </table>
              )}
            </div>
          </Card>
        </>
      )}
      {(open?.what === 'new' || open?.what === 'edit') && (
        <RecordDialog
          type="post"
          {...(open.what === 'edit' ? { id: open.id } : {})}
          title={open.what === 'new' ? '新增职位' : '修改职位'}
          again
          preset={{ kind: 'team', headcount: 1, unit: open.what === 'new' ? (open.unit ?? null) : null, organizationId: organizationId ?? null }}
          onSaved={(record, another) => {
            done(`已${open.what === 'new' ? '新增' : '改'}职位“${String(record['title'])}”`)
            if (!another) close()
          }}
          onClose={close}
        />
      )}
      {open?.what === 'hold' && (
        <RecordDialog
          type="postHolding"
          title={`登记任${open.post.title}`}
          fixed={['postId', 'unit']}
          preset={{
            postId: open.post.id,
            title: open.post.title,
            unit: open.unit,
            method: 'appointed',
            startsOn: today,
            probationUntil: open.post.probation ? addYears(today, 1) : null,
            termUntil: open.post.termYears === null ? null : addYears(today, open.post.termYears),
          }}
          onSaved={() => {
            done(`已登记任${open.post.title}`)
            close()
          }}
          onClose={close}
        />
      )}
    </div>
  )
}

function Chip({ post }: { readonly post: PostLine }) {
  if (vacantOf(post) > 0) return <StatusChip tone="near" word={`空缺 ${vacantOf(post)}`} />
  return overOf(post) > 0 ? <StatusChip tone="short" word={`超配 ${overOf(post)}`} /> : <StatusChip tone="met" word="配齐" />
}

const Holders = ({ post, today }: { readonly post: PostLine; readonly today: string }) =>
  post.held.length === 0 ? (
    <span className="ink-3">无人在任</span>
  ) : (
    <span className="post-holders">
      {post.held.map(({ holdingId, personId, name, startsOn }) => (
        <Link key={holdingId} to={`/cadres/of/${personId}?tab=posts`} title={`${startsOn} 起`}>
          {name}
          <span className="ink-3"> {spanText(startsOn, today)}</span>
        </Link>
      ))}
    </span>
  )

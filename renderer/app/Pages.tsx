import { Suspense, useEffect } from 'react'
import { isFurnished, useCounts } from '../features/start/counts.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { Fence } from './Fence.tsx'
import { placesFor } from './places.ts'
import { match, navigate, type Route, type Spot } from './router.ts'
import { routes } from './routes.ts'
import { type OpenSession, useSession } from './session.tsx'

interface Opened {
  readonly route: Route
  readonly params: Readonly<Record<string, string>>
}

/** The first route whose pattern fits; literal ones are listed before those with names. */
export function routeOf(path: string): Opened | undefined {
  for (const route of routes) {
    const params = match(route.pattern, path)
    if (params) return { route, params }
  }
  return undefined
}

const pageBroke = (
  <>
    <b>这一页出错了。</b>已保存的数据未受影响。重新打开，或从左边去别处。
  </>
)

/** Pages of a place are for those who have the place; the others show records. */
function mayOpen({ place }: Route, session: OpenSession): boolean {
  if (place === null) return session.mayRead
  const { front, groups, tools } = placesFor(session)
  return [...front, ...groups.flatMap(group => group.places), ...tools].some(({ name }) => name === place)
}

function NotHere({ title, what, why }: { readonly title: string; readonly what: string; readonly why: string }) {
  return (
    <div className="page">
      <PageHead title={title} />
      <Card>
        <EmptyState icon="info" title={what} action={<Button href="#/">回首页</Button>}>
          {why}
        </EmptyState>
      </Card>
    </div>
  )
}

/** The page in view. */
export function Pages({ spot }: { readonly spot: Spot }) {
  const session = useSession()
  if (spot.path === '/') return <Landing />
  const opened = routeOf(spot.path)
  if (!opened) return <NotHere title="没有这一页" what="这个链接已经打不开了" why="可能来自旧版本，或者那一页改了名字。从左边也可以去别处。" />
  if (!mayOpen(opened.route, session))
    return (
      <NotHere
        title="打不开这一页"
        what={session.mayRead ? '这一页不在授权范围内' : `${session.roleLabel}看不到业务记录`}
        why="换有权的使用人解锁后再打开，或请安全保密管理员授权。"
      />
    )
  const { Page } = opened.route
  return (
    <Fence key={spot.entry} says={pageBroke}>
      <Suspense fallback={null}>
        <Page params={opened.params} query={spot.query} />
      </Suspense>
    </Fence>
  )
}

/** The first page: 今日待办 when the office has records, 起步 while it is empty, 参数与设置 for those who see no records. */
function Landing() {
  const { mayRead } = useSession()
  const counts = useCounts(mayRead)
  const target = !mayRead ? '/settings' : counts && (isFurnished(counts) ? '/today' : '/start')
  useEffect(() => {
    if (target) navigate(target, { replace: true })
  }, [target])
  return null
}

import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { call, subscribe } from '../api/client.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { useNarrow } from '../ui/SidePanel.tsx'
import { useSay } from '../ui/Snackbar.tsx'
import { BackupBanner } from './BackupBanner.tsx'
import { watchCopies } from './copied.ts'
import { useIdle } from './idle.ts'
import { JobsProvider, useBusy } from './jobs.tsx'
import { KeysDialog } from './KeysDialog.tsx'
import { Navigation } from './Navigation.tsx'
import { Pages, routeOf } from './Pages.tsx'
import { goBack, navigate, useSpot } from './router.ts'
import { ScopeProvider } from './scope.tsx'
import { SearchPalette } from './SearchPalette.tsx'
import { useSession } from './session.tsx'
import { type Action, activeActions, performCommand, useActions } from './shortcuts.ts'
import { TopBar } from './TopBar.tsx'
import { useUndo } from './undo.ts'
import { UnsavedProvider } from './unsaved.tsx'
import './frame.css'

/** The open office: navigation, top bar, the page. Under the lock screen it stays as it was left, out of sight. */
export function Frame({ covered, version }: { readonly covered: boolean; readonly version: string }) {
  const lock = () => void call('lobby.lock', {}).catch(() => {})
  return (
    <ScopeProvider>
      <JobsProvider>
        <UnsavedProvider>
          <Shell covered={covered} version={version} lock={lock} />
        </UnsavedProvider>
      </JobsProvider>
    </ScopeProvider>
  )
}

function Shell({ covered, version, lock }: { readonly covered: boolean; readonly version: string; lock(): void }) {
  const { mayRead, mayWrite, office, idleMinutes } = useSession()
  const spot = useSpot()
  const cache = useQueryClient()
  const undo = useUndo()
  const busy = useBusy()
  const say = useSay()
  useEffect(() => watchCopies(seconds => say(`复制了身份号码，${seconds} 秒后从剪贴板清掉`)), [say])
  useIdle(idleMinutes, !covered && !busy, lock)
  const rail = useNarrow(1367)
  const [searching, setSearching] = useState(false)
  const [about, setAbout] = useState(false)
  const [keys, setKeys] = useState<readonly Action[]>()
  const showKeys = () => setKeys(activeActions())

  useActions([
    { name: '查找', keys: 'Ctrl K', command: 'search', typing: true, when: () => mayRead && !covered, perform: () => setSearching(true) },
    {
      name: '在列表中筛选',
      keys: '/',
      when: () => document.querySelector('[data-filter-box] input') !== null,
      perform: () => document.querySelector<HTMLInputElement>('[data-filter-box] input')?.focus(),
    },
    { name: '撤销自己的上一次改动', keys: 'Ctrl Z', command: 'undo', when: () => mayWrite && !covered, perform: undo },
    { name: '打印', keys: 'Ctrl P', command: 'forms', typing: true, when: () => mayRead && !covered, perform: () => navigate('/forms') },
    { name: '锁定', keys: 'Ctrl L', command: 'lock', typing: true, always: true, when: () => !covered, perform: lock },
    { name: '刷新', keys: 'F5', command: 'refresh', typing: true, when: () => !covered, perform: () => void cache.invalidateQueries() },
    { name: '键盘操作', keys: 'F1', command: 'shortcuts', typing: true, when: () => !covered, perform: showKeys },
    { name: '键盘操作', keys: '?', when: () => !covered, perform: showKeys },
    { name: '后退', keys: 'Alt ArrowLeft', typing: true, when: () => !covered, perform: goBack },
  ])
  const commands: Readonly<Record<string, () => void>> = {
    home: () => navigate('/'),
    import: () => mayWrite && navigate('/import'),
    about: () => setAbout(true),
  }
  useEffect(() =>
    subscribe(push => {
      if (push.event !== 'menu' || covered) return
      const own = commands[push.command]
      if (own) own()
      else performCommand(push.command)
    }),
  )
  return (
    <div className={['app', rail ? 'rail' : '', covered ? 'covered' : ''].filter(Boolean).join(' ')} inert={covered}>
      <a className="brand" href="#/" aria-label="组工台账，首页">
        <span className="seal">组</span>
        {!rail && <b>组工台账</b>}
      </a>
      <TopBar onSearch={() => setSearching(true)} onLock={lock} />
      <Navigation current={routeOf(spot.path)?.route.place ?? null} rail={rail} />
      <main className="main">
        <BackupBanner path={spot.path} />
        <Pages spot={spot} />
      </main>
      <SearchPalette open={searching} onClose={() => setSearching(false)} />
      <KeysDialog open={keys !== undefined} actions={keys ?? []} onClose={() => setKeys(undefined)} />
      <Dialog open={about} title="组工台账" sub={`版本 ${version}　${office}`} onClose={() => setAbout(false)}>
        <p className="t13 ink-2">按工作秘密管理，不得录入、存储国家秘密。数据只存在本机，除单位设的更新服务器外不连接网络。</p>
      </Dialog>
    </div>
  )
}

import { useCallback, useEffect, useRef, useState } from 'react'
import type { CountingWay } from '../../../shared/domain/ballot-words.ts'
import { call } from '../../api/client.ts'
import { useQuery } from '../../api/hooks.ts'
import { navigate, type PageProps } from '../../app/router.ts'
import { useSession } from '../../app/session.tsx'
import { useActions } from '../../app/shortcuts.ts'
import { sentenceOf } from '../../ui/Banner.tsx'
import { useSay } from '../../ui/Snackbar.tsx'
import { BallotLoading } from './BallotLoading.tsx'
import { CloseDialog } from './CloseDialog.tsx'
import { CorrectDialog } from './CorrectDialog.tsx'
import { CountCard, type Pass } from './CountCard.tsx'
import { CountHead } from './CountHead.tsx'
import { CountNotices } from './CountNotices.tsx'
import { CountSide } from './CountSide.tsx'
import { EarlierCount } from './EarlierCount.tsx'
import { GroupTabs } from './GroupTabs.tsx'
import { ReturnsStrip } from './ReturnsStrip.tsx'
import { returnOf, type Tellers, withReturn } from './count-content.ts'
import { TellersDialog } from './TellersDialog.tsx'
import { typesWords } from './types-words.ts'
import { type BallotReply, useCounting } from './use-counting.ts'
import { usePastedBlock } from './use-pasted-block.ts'
import { WrittenDialog } from './WrittenDialog.tsx'
import './ballots.css'

type Over = 'close' | 'correct' | 'tellers' | 'written' | { readonly earlier: string }

/** 计票: one ballot of one body, by totals or paper by paper, without the mouse. */
export function CountPage({ params }: PageProps) {
  const id = params['id'] ?? ''
  const { data, error, refetch, isFetching } = useQuery('ballot.get', { ballotId: id }, { keep: false })
  const reread = useCallback(() => refetch().then(reply => reply.data), [refetch])
  // Counting begins on what is on file now, not on what was seen when the page was last open.
  const [begun, setBegun] = useState(false)
  if (!begun && data && !isFetching) setBegun(true)
  return data && begun ? <Loaded key={id} reply={data} reread={reread} /> : <BallotLoading error={error} />
}

function Loaded({ reply, reread }: { readonly reply: BallotReply; reread(): Promise<BallotReply | undefined> }) {
  const { mayWrite } = useSession()
  const say = useSay()
  const ballotId = String(reply.ballot['id'])
  const counting = useCounting(reply, reread)
  const { content, saver, group, closed, edit, papers } = counting
  const [over, setOver] = useState<Over>()
  const [closing, setClosing] = useState<{ readonly busy: boolean; readonly error: unknown }>({ busy: false, error: null })
  const [pass, setPass] = useState<Pass>({ entry: 1 })
  const main = useRef<HTMLDivElement>(null)
  /** Where the keyboard was when a dialog opened: null where it was nowhere, undefined while none is open. */
  const from = useRef<HTMLElement | null>(undefined)
  const editable = mayWrite && !closed && !reply.ballot['voidedAt']
  const line = returnOf(content.returns, group)

  /** What still stands in a cell goes into the count first. */
  const settle = () => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  }
  const work = () => main.current?.querySelector<HTMLElement>('.count-grid td input, .paper-keys, .paper-scores td input')?.focus()
  const open = (what: Over) => {
    from.current = document.activeElement instanceof HTMLElement ? document.activeElement : null
    settle()
    setOver(what)
  }
  const close = () => {
    setOver(undefined)
    setClosing({ busy: false, error: null })
  }
  // The keyboard goes on where it was, once the dialog has let go of it.
  useEffect(() => {
    const { current: back } = from
    if (over !== undefined || back === undefined) return
    from.current = undefined
    if (back?.isConnected && back !== document.body) back.focus()
    else work()
  }, [over])
  const go = async (to: string | null | undefined) => {
    if (!to) return
    settle()
    // React hears of the blur before the count is written.
    await Promise.resolve()
    if (await saver.flush()) navigate(`/ballots/${encodeURIComponent(to)}`, { replace: true })
    else say('还没有写下，留在这一页。看上面的说明。')
  }
  const seal = async (tellers: Tellers, closedOn: string) => {
    setClosing({ busy: true, error: null })
    try {
      edit(before => ({ ...before, tellers }))
      if (!(await saver.flush())) throw saver.error
      const { countId, version } = saver.on
      if (countId !== undefined && version !== undefined) await call('ballot.close', { countId, version, closedOn })
      close()
    } catch (error) {
      setClosing({ busy: false, error })
    }
  }
  const setWay = (way: CountingWay) => {
    setPass({ entry: 1 })
    edit(before => ({ ...before, way }))
    setTimeout(work)
  }
  const chooseGroup = (at: number) => {
    const code = reply.groups[at]?.code
    if (code === undefined) return
    settle()
    counting.setGroup(code)
    setPass({ entry: 1 })
  }
  const pasting = usePastedBlock({ ...counting, readOnly: !editable || counting.byPapers })
  const idle = () => over === undefined
  useActions([
    {
      name: '上一个党组织',
      keys: '[',
      typing: true,
      when: () => idle() && !typesWords() && !!reply.round?.previous,
      perform: () => void go(reply.round?.previous),
    },
    { name: '下一个党组织', keys: ']', typing: true, when: () => idle() && !typesWords() && !!reply.round?.next, perform: () => void go(reply.round?.next) },
    { name: '封票并签名', keys: 'Ctrl Enter', typing: true, when: () => editable && idle(), perform: () => open('close') },
    { name: '填计票人和监票人', keys: 'Alt T', typing: true, when: () => editable && idle(), perform: () => open('tellers') },
    { name: '撤销上一格', keys: 'Ctrl Z', when: () => editable && idle() && counting.mayUndo && !counting.byPapers, perform: counting.undo },
    ...reply.groups.map((g, i) => ({
      name: `录${g.label}的票`,
      keys: `Ctrl ${i + 1}`,
      typing: true,
      when: () => idle() && reply.groups.length > 1,
      perform: () => chooseGroup(i),
    })),
  ])
  return (
    <div className="page ballot-page">
      <CountHead
        reply={reply}
        counting={counting}
        editable={editable}
        mayWrite={mayWrite}
        onGo={id => void go(id)}
        onPaste={() => (work(), say(pasting.hint))}
        onClose={() => open('close')}
        onCorrect={() => open('correct')}
      />
      <CountNotices reply={reply} counting={counting} onEarlier={earlier => open({ earlier })} />
      {reply.groups.length > 1 && <GroupTabs reply={reply} counting={counting} onGroup={chooseGroup} />}
      <ReturnsStrip
        key={group}
        line={line}
        tellers={content.tellers}
        readOnly={!editable}
        fromPapers={counting.byPapers}
        entering={counting.entering}
        leads={line.issued === null && editable}
        onChange={change => edit(before => withReturn(before, group, change))}
        onDone={work}
        onTellers={() => open('tellers')}
      />
      <div className="ballot-columns" ref={main}>
        <CountCard
          reply={reply}
          counting={counting}
          editable={editable}
          pass={pass}
          onPass={setPass}
          onWay={setWay}
          onWritten={() => open('written')}
          onDone={() => open('close')}
        />
        <CountSide reply={reply} counting={counting} />
      </div>
      {over === 'close' && (
        <CloseDialog
          count={counting.count}
          tellers={content.tellers}
          heldOn={typeof reply.ballot['heldOn'] === 'string' ? reply.ballot['heldOn'] : null}
          faults={[...counting.faults, ...counting.paperFaults]}
          busy={closing.busy}
          error={closing.error}
          onConfirm={(tellers, closedOn) => void seal(tellers, closedOn)}
          onClose={close}
        />
      )}
      {over === 'correct' && reply.count?.closedOn && (
        <CorrectDialog
          ballotId={ballotId}
          number={reply.count.number}
          closedOn={reply.count.closedOn}
          decided={reply.rows.filter(row => row.decision !== null).length}
          onDone={close}
          onClose={close}
        />
      )}
      {over === 'tellers' && (
        <TellersDialog
          tellers={content.tellers}
          onSave={tellers => {
            edit(before => ({ ...before, tellers }))
            close()
          }}
          onClose={close}
        />
      )}
      {over === 'written' && (
        <WrittenDialog
          reply={reply}
          counting={counting}
          papers={papers}
          onDone={() => ((from.current = null), close(), say('已加到票面末尾'))}
          onError={error => say(sentenceOf(error))}
          onClose={close}
        />
      )}
      {typeof over === 'object' && <EarlierCount ballotId={ballotId} countId={over.earlier} onClose={close} />}
    </div>
  )
}

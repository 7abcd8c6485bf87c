import { useState } from 'react'
import { clauseChecks } from '../../../shared/domain/policy.ts'
import { useSession } from '../../app/session.tsx'
import { useSayDone } from '../../app/undo.ts'
import { HistoryDialog } from '../../records/HistoryDialog.tsx'
import { VoidDialog } from '../../records/VoidDialog.tsx'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { StatusChip } from '../../ui/StatusChip.tsx'
import type { ClauseRow } from './columns.tsx'
import { LinksDialog } from './LinksDialog.tsx'
import { ServerLink } from './ServerLink.tsx'
import { serverPath, serverWord } from './servers.ts'
import { StateChip } from './StateChip.tsx'

const digest = '摘要：'

/** One clause whole: its words, where they stand, whether they were checked, and what serves it. */
export function ClausePanel({ clause, onEdit }: { readonly clause: ClauseRow; onEdit(): void }) {
  const { mayWrite } = useSession()
  const done = useSayDone()
  const [dialog, setDialog] = useState<'links' | 'history' | 'void'>()
  const close = () => setDialog(undefined)
  const quoted = !clause.text.startsWith(digest)
  return (
    <div className="clause-panel">
      <div className="card-body">
        <div className="section">
          <div className="row t12 ink-3">
            {clause.code}
            <span className="space" />
            <StateChip state={clause.state} short={clause.short} />
          </div>
          <h3>{clause.phrase}</h3>
          <blockquote aria-label={quoted ? '原文' : '摘要'}>
            {clause.text
              .replace(digest, '')
              .split('\n')
              .map(passage => (
                <p key={passage}>{passage}</p>
              ))}
          </blockquote>
          <dl className="keys">
            <div>
              <dt>出处</dt>
              <dd>
                {clause.document}
                {clause.section && <div className="t12 ink-3">{clause.section}</div>}
              </dd>
            </div>
            {clause.number && (
              <div>
                <dt>数量</dt>
                <dd>{clause.number}</dd>
              </div>
            )}
            <div>
              <dt>核对</dt>
              <dd className="row">
                {clause.verified === 'checked' ? (
                  <StatusChip tone="met" word={clauseChecks.checked} />
                ) : (
                  <StatusChip tone="provisional" word={clauseChecks.open} />
                )}
                <span className="t12 ink-3">{quoted ? '原文' : '摘要，不是原文'}</span>
              </dd>
            </div>
            {clause.mechanism && clause.mechanism !== clause.code && (
              <div>
                <dt>对应机制</dt>
                <dd>{clause.mechanism}</dd>
              </div>
            )}
          </dl>
        </div>
        <div className="section">
          <h4>由谁承接</h4>
          {clause.servedBy.length === 0 && <p className="t13 ink-3">还没有台账、指标或表承接这一条。{mayWrite && '可以指定一项已有的。'}</p>}
          <ul className="server-list">
            {clause.servedBy.map(server => (
              <li key={`${server.kind} ${server.name}`}>
                <ServerLink server={server} className="server-line" size={14}>
                  <span className="t12 ink-3">{serverWord(server)}</span>
                  <span className="space" />
                  {!server.inUse ? (
                    <span className="t12 ink-3">还没有记录</span>
                  ) : (
                    server.short > 0 && <span className="t12 tone-short">欠 {server.short}</span>
                  )}
                  {serverPath(server) !== undefined && <Icon name="right" size={14} />}
                </ServerLink>
              </li>
            ))}
            {clause.unknown.map(words => (
              <li key={words} className="server-line tone-short">
                <Icon name="warn" size={14} />
                <span>{words}：没有这一项，请重新指定</span>
              </li>
            ))}
          </ul>
          {mayWrite && (
            <Button small icon="link" onClick={() => setDialog('links')}>
              指定承接…
            </Button>
          )}
        </div>
      </div>
      <div className="record-panel-foot">
        {mayWrite && (
          <Button small icon="edit" onClick={onEdit}>
            修改
          </Button>
        )}
        <Button small icon="clock" onClick={() => setDialog('history')}>
          历史
        </Button>
        {mayWrite && (
          <Button small kind="danger" onClick={() => setDialog('void')}>
            作废…
          </Button>
        )}
      </div>
      {dialog === 'links' && (
        <LinksDialog
          clause={clause}
          onSaved={() => {
            close()
            done(`已改动“${clause.code}”的承接`)
          }}
          onClose={close}
        />
      )}
      {dialog === 'history' && <HistoryDialog type="clause" id={clause.id} title={`条款${clause.code}`} onClose={close} />}
      {dialog === 'void' && (
        <VoidDialog
          type="clause"
          record={clause}
          sub={`${clause.code} ${clause.phrase}`}
          onDone={() => {
            close()
            done(`已作废条款${clause.code}`)
          }}
          onClose={close}
        />
      )}
    </div>
  )
}

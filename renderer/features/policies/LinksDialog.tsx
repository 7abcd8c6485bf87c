import { useState } from 'react'
import { linksIn, linkText, type Server, serverKinds, servers } from '../../../shared/serving.ts'
import { useCommand } from '../../api/command.ts'
import { useQuery } from '../../api/hooks.ts'
import { valuesOf } from '../../records/draft.ts'
import { recordType } from '../../records/record-name.ts'
import { isStored } from '../../records/use-record-save.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Check } from '../../ui/Check.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { TextBox } from '../../ui/TextBox.tsx'
import type { ClauseRow } from './columns.tsx'
import { serverIcons } from './servers.ts'

interface Props {
  readonly clause: ClauseRow
  onSaved(): void
  onClose(): void
}

/** 指定承接: which registers, quotas and forms keep a clause, beside those that declare to. Mounted while it is open. */
export function LinksDialog({ clause, onSaved, onClose }: Props) {
  const reply = useQuery('records.get', { type: 'clause', id: clause.id }, { keep: false })
  const command = useCommand('records.update')
  const [chosen, setChosen] = useState<ReadonlySet<Server>>(() => new Set(linksIn(clause.links).linked))
  const [text, setText] = useState('')
  const record = reply.data && isStored(reply.data.record) ? reply.data.record : undefined
  const links = linkText(servers.filter(server => chosen.has(server)))
  const declares = (server: Server) => clause.mechanism !== null && server.serves.includes(clause.mechanism)
  const found = servers.filter(server => server.label.includes(text.trim()))

  const toggle = (server: Server) => setChosen(new Set(chosen.has(server) ? [...chosen].filter(other => other !== server) : [...chosen, server]))
  const save = () => {
    if (!record) return
    const draft = { ...valuesOf(recordType('clause'), record), links }
    command.mutate({ type: 'clause', id: clause.id, version: clause.version, draft }, { onSuccess: onSaved })
  }
  return (
    <Dialog
      open
      title="指定承接"
      sub={`${clause.code} ${clause.phrase}`}
      busy={command.isPending}
      primary={{ label: '保存', disabled: !record || links === clause.links, perform: save }}
      note={`选了 ${chosen.size} 项`}
      onClose={onClose}
    >
      <div className="links-dialog">
        <ErrorBanner error={command.error ?? reply.error} />
        <TextBox value={text} autoFocus label="找台账、指标、表" placeholder="找台账、指标、表" before={<Icon name="search" />} onChange={setText} />
        <div className="links-choices">
          {Object.entries(serverKinds).map(([kind, word]) => {
            const own = found.filter(server => server.kind === kind)
            return (
              own.length > 0 && (
                <fieldset key={kind}>
                  <legend>{word}</legend>
                  {own.map(server => (
                    <Check
                      key={server.name}
                      checked={declares(server) || chosen.has(server)}
                      disabled={declares(server)}
                      label={
                        <>
                          <Icon name={serverIcons[server.kind]} size={14} />
                          <span>{server.label}</span>
                          {declares(server) && <span className="t12 ink-3">程序自带</span>}
                        </>
                      }
                      onChange={() => toggle(server)}
                    />
                  ))}
                </fieldset>
              )
            )
          })}
          {found.length === 0 && <p className="t13 ink-3">没有叫“{text.trim()}”的。换个说法再找。</p>}
        </div>
      </div>
    </Dialog>
  )
}

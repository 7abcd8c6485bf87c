import { useState } from 'react'
import type { CallOutput } from '../../api/client.ts'
import { useSession } from '../../app/session.tsx'
import { useActions } from '../../app/shortcuts.ts'
import { HandOutDialog } from '../../forms/HandOutDialog.tsx'
import { Button } from '../../ui/Button.tsx'
import { MoreMenu } from '../../ui/MoreMenu.tsx'
import { MembersLink } from './MembersLink.tsx'
import type { Doing } from './OrganizationDialogs.tsx'
import { TermText } from './TermChip.tsx'
import { kindWord } from './tree.ts'

type Page = CallOutput<'organization.page'>

/** Which organization it is, in a card, and what can be done. */
export function OrganizationHead({ page: { node }, onDo }: { readonly page: Page; onDo(what: Doing): void }) {
  const { mayWrite } = useSession()
  const [handsOut, setHandsOut] = useState(false)
  useActions([
    { name: '新增下级组织', keys: 'N', command: 'new', when: () => mayWrite, perform: () => onDo('child') },
    { name: '修改', keys: 'E', when: () => mayWrite, perform: () => onDo('edit') },
  ])
  const facts = [
    { label: '书记', value: node.secretary ?? '—' },
    { label: '党员', value: <MembersLink id={node.id} members={node.membersBelow} /> },
    { label: '党支部', value: node.kind === 'branch' ? '—' : `${node.branchesBelow} 个` },
    { label: '届满', value: <TermText termEndsOn={node.termEndsOn} /> },
  ]
  return (
    <section className="card organization-head" aria-label="党组织">
      <div>
        <h1>{node.name}</h1>
        <p className="t13 ink-2">
          {kindWord(node.kind)}
          {node.closedOn && (
            <span className="tag" style={{ marginLeft: 8 }}>
              {node.closedOn} 撤销
            </span>
          )}
        </p>
      </div>
      <dl>
        {facts.map(fact => (
          <div key={fact.label}>
            <dt>{fact.label}</dt>
            <dd>{fact.value}</dd>
          </div>
        ))}
      </dl>
      <span className="space" />
      <MembersLink id={node.id} members={node.membersBelow} kind="button" />
      {mayWrite && (
        <>
          <Button kind="primary" icon="plus" keys="N" onClick={() => onDo('child')}>
            新增下级
          </Button>
          <MoreMenu
            items={[
              { icon: 'edit', label: '修改', perform: () => onDo('edit') },
              { icon: 'tree', label: '调整上级…', perform: () => onDo('move') },
              ...(node.closedOn ? [] : [{ icon: 'minus' as const, label: '撤销组织…', perform: () => onDo('close') }]),
              ...(node.branchesBelow > 0 ? [{ icon: 'download' as const, label: '发上报表…', perform: () => setHandsOut(true) }] : []),
              { icon: 'clock', label: '查看历史', perform: () => onDo('history') },
              { icon: 'exempt', label: '作废…', danger: true, perform: () => onDo('void') },
            ]}
          />
          {handsOut && <HandOutDialog organizationId={node.id} onClose={() => setHandsOut(false)} />}
        </>
      )}
    </section>
  )
}

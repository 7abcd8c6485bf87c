import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useState } from 'react'
import { leaderLevels, type Person } from '../../../shared/domain/person.ts'
import { navigate } from '../../app/router.ts'
import { useSession } from '../../app/session.tsx'
import { useActions } from '../../app/shortcuts.ts'
import { ArchiveMenu } from '../../forms/ArchiveMenu.tsx'
import { MaskedText } from '../../records/MaskedText.tsx'
import type { Titles } from '../../records/shown-text.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { MoreMenu } from '../../ui/MoreMenu.tsx'
import { ProfileHead } from '../../ui/ProfileHead.tsx'
import type { Doing } from './PersonDialogs.tsx'
import { ageText, categoryWord, partyYears, sexWord } from './person-words.ts'
import { Silhouette } from './Silhouette.tsx'

interface Props {
  readonly person: Person
  readonly titles: Titles
  /** Something else on the page is the one thing to do. */
  readonly quiet: boolean
  onDo(what: Doing): void
}

/** 1976 年 9 月（50 岁） */
function bornText(bornOn: string | null, today: string): string {
  if (!bornOn) return ''
  return `${bornOn.slice(0, 4)} 年 ${Number(bornOn.slice(5, 7))} 月（${ageText(bornOn, today)} 岁）`
}

/** Who it is, in a card, and what can be done. */
export function PersonHead({ person: p, titles, quiet, onDo }: Props) {
  const { today, mayWrite } = useSession()
  const years = partyYears(p.fullMemberOn, today)
  const facts = [
    { label: '所在党支部', value: p.organizationId ? titles[p.organizationId] : null },
    { label: '党内职务', value: p.partyPost },
    { label: '入党 / 转正', value: p.joinedOn && `${p.joinedOn} / ${p.fullMemberOn ?? '—'}` },
    { label: '学历学位', value: [p.education, p.degree].filter(Boolean).join(' · ') },
    { label: '公民身份号码', value: <MaskedText type="person" id={p.id} field="idNumber" masked={p.idNumber} steady /> },
    { label: '干部级别', value: p.leaderLevel ? leaderLevels[p.leaderLevel] : p.leader ? '党员领导干部' : null },
  ]
  return (
    <ProfileHead
      label="人员"
      picture={<Silhouette large />}
      name={p.name}
      voided={p.voidedAt !== null}
      facts={facts}
      actions={
        <>
          <RegisterMenu voided={p.voidedAt !== null} quiet={quiet} onDo={onDo} />
          <ArchiveMenu personIds={[p.id]} name={p.name} label="打印" />
          <MoreMenu
            framed
            items={[
              { icon: 'briefcase', label: '干部信息', perform: () => navigate(`/cadres/of/${p.id}`) },
              { icon: 'clock', label: '查看历史', perform: () => onDo('history') },
              ...(mayWrite && !p.voidedAt ? [{ icon: 'exempt' as const, label: '作废…', danger: true, perform: () => onDo('void') }] : []),
              ...(mayWrite && p.voidedAt ? [{ icon: 'undo' as const, label: '恢复…', perform: () => onDo('restore') }] : []),
            ]}
          />
        </>
      }
    >
      <p className="t13 ink-2 ellipsis">
        {[sexWord(p), p.nation, bornText(p.bornOn, today), p.nativePlace && `${p.nativePlace}人`].filter(Boolean).join(' · ')}
      </p>
      <p className="t13 ink-2 ellipsis">{[categoryWord(p), years && `党龄 ${years} 年`, p.workPost].filter(Boolean).join(' · ')}</p>
    </ProfileHead>
  )
}

interface MenuProps {
  readonly voided: boolean
  onDo(what: Doing): void
}

const registers: readonly { readonly what: Doing; readonly label: string; readonly icon: 'book' | 'briefcase' | 'tree' | 'exempt' }[] = [
  { what: 'attend', label: '参训', icon: 'book' },
  { what: 'appointment', label: '任职', icon: 'briefcase' },
  { what: 'transfer', label: '组织关系变动', icon: 'tree' },
  { what: 'exemption', label: '免除指标', icon: 'exempt' },
]

/** 登记: what can be put on file for this person. */
function RegisterMenu({ voided, quiet, onDo }: MenuProps & { readonly quiet: boolean }) {
  const { mayWrite } = useSession()
  const [anchor, setAnchor] = useState<HTMLElement>()
  useActions([
    {
      name: '登记',
      keys: 'N',
      command: 'new',
      when: () => mayWrite && !voided,
      perform: () => setAnchor(document.querySelector<HTMLElement>('.profile-actions button') ?? undefined),
    },
  ])
  if (!mayWrite || voided) return null
  return (
    <>
      <Button kind={quiet ? 'plain' : 'primary'} icon="plus" title="登记 N" onClick={event => setAnchor(event.currentTarget)}>
        登记
      </Button>
      <Menu open={anchor !== undefined} anchorEl={anchor ?? null} onClose={() => setAnchor(undefined)}>
        {registers.map(({ what, label, icon }) => (
          <MenuItem
            key={what}
            onClick={() => {
              setAnchor(undefined)
              onDo(what)
            }}
          >
            <Icon name={icon} />
            {label}
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}

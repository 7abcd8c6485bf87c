import type { Cadre } from '../../../shared/domain/cadre.ts'
import { useScope } from '../../app/scope.tsx'
import { useSession } from '../../app/session.tsx'
import { FormMenu } from '../../forms/FormMenu.tsx'
import { Button } from '../../ui/Button.tsx'
import { Link } from '../../ui/Link.tsx'
import { MoreMenu } from '../../ui/MoreMenu.tsx'
import { ProfileHead } from '../../ui/ProfileHead.tsx'
import type { Doing } from './CadrePage.tsx'
import { ageText, dotted, levelText, poolText, sexOf, sheetFiles, spanText } from './cadre-words.ts'
import { Photo } from './Photo.tsx'
import type { WholeCadre } from './use-cadre.ts'

interface Props {
  readonly whole: WholeCadre
  readonly record: Cadre
  onDo(what: Doing): void
}

/** Who it is, with the photo, in a card, and what can be done. */
export function CadreHead({ whole, record, onDo }: Props) {
  const { today } = useScope()
  const { mayWrite } = useSession()
  const { person: p, pools } = whole
  const open = pools.filter(pool => pool['leftOn'] === null).map(pool => poolText(String(pool['kind'])))
  const joined = [dotted(p.joinedOn), record.parties].filter(Boolean).join('；')
  const facts = [
    { label: '职务层次', value: [levelText(record.level), record.rank].filter(Boolean).join(' · ') },
    { label: '任现职', value: [dotted(record.postSince), spanText(record.postSince, today)].filter(Boolean).join('，') },
    { label: '任现层次', value: [dotted(record.levelSince), spanText(record.levelSince, today)].filter(Boolean).join('，') },
    { label: '入党 / 参加工作', value: `${joined || '—'} / ${dotted(record.startedWork) || '—'}` },
    { label: '全日制教育', value: [record.fullTimeEducation, record.fullTimeDegree].filter(Boolean).join(' · ') },
    { label: '在职教育', value: [record.inServiceEducation, record.inServiceDegree].filter(Boolean).join(' · ') },
  ]
  return (
    <ProfileHead
      label="干部"
      picture={<Photo data={whole.photo} name={p.name} onChange={mayWrite ? () => onDo('photo') : undefined} />}
      name={
        <>
          <Link to={`/people/${p.id}`} className="" title="打开人员档案">
            {p.name}
          </Link>
          {open.map(pool => (
            <span key={pool} className="tag">
              {pool}
            </span>
          ))}
          {record.leftOn && <span className="tag">{`${record.leftReason ?? '退出管理'} ${record.leftOn}`}</span>}
        </>
      }
      facts={facts}
      actions={
        <>
          <FormMenu
            form="appointmentSheet"
            params={{ cadreIds: [record.id] }}
            name={`干部任免审批表 ${p.name}`}
            label="任免审批表"
            print="打印任免审批表"
            more={[sheetFiles([record.id])]}
          />
          {mayWrite && (
            <Button kind="primary" icon="edit" keys="E" onClick={() => onDo('sheet')}>
              修改
            </Button>
          )}
          <MoreMenu
            framed
            items={[
              ...(mayWrite ? [{ icon: 'photo' as const, label: '换照片…', perform: () => onDo('photo') }] : []),
              { icon: 'clock', label: '查看历史', perform: () => onDo('history') },
              ...(mayWrite ? [{ icon: 'exempt' as const, label: '作废…', danger: true, perform: () => onDo('void') }] : []),
            ]}
          />
        </>
      }
    >
      <p className="t13 ink-2 ellipsis">
        {[
          sexOf(p.sex),
          p.nation,
          p.bornOn && `${dotted(p.bornOn)}（${ageText(p.bornOn, today)} 岁）`,
          p.nativePlace && `${p.nativePlace}人`,
          whole.retires && `${dotted(whole.retires)} 到龄`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p className="t13 cadre-post">{record.currentPost ?? '没有填现任职务'}</p>
    </ProfileHead>
  )
}

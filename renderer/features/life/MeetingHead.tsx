import type { Activity } from '../../../shared/domain/activity.ts'
import { dayInWords, kindWord } from '../../attendance/words.ts'
import { FormMenu } from '../../forms/FormMenu.tsx'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Crumbs, PageHead } from '../../ui/PageHead.tsx'
import type { Over } from './MeetingOver.tsx'

interface Props {
  readonly activity: Activity
  readonly organizer: string
  readonly editable: boolean
  readonly dirty: boolean
  readonly saving: boolean
  onOver(over: Over): void
  onSave(): void
}

/** What the meeting is called, and what can be done with it. */
export function MeetingHead({ activity, organizer, editable, dirty, saving, onOver, onSave }: Props) {
  const { id, name, kind, startsOn, endsOn } = activity
  const when = startsOn === endsOn ? dayInWords(startsOn) : `${dayInWords(startsOn)}至${dayInWords(endsOn)}`
  const first = '先保存，再打印'
  return (
    <>
      <Crumbs items={[{ label: '会议', to: '/meetings' }, { label: name }]} />
      <PageHead
        title={name}
        sub={[kindWord(kind), when, organizer].filter(Boolean).join('，')}
        actions={
          <>
            <Button kind="text" icon="clock" onClick={() => onOver('history')}>
              历史
            </Button>
            {editable && (
              <Button kind="danger" onClick={() => onOver('void')}>
                作废
              </Button>
            )}
            <FormMenu
              form="signIn"
              params={{ activityId: id }}
              name={`签到表 ${name}`}
              label="签到表"
              disabled={dirty}
              title={dirty ? first : '按名单打印签到表'}
            />
            <FormMenu
              form="meetingMinutes"
              params={{ activityId: id }}
              name={`会议记录 ${name}`}
              label="会议记录"
              disabled={dirty}
              title={dirty ? first : '打印会议记录'}
            />
            {editable && (
              <Button icon="edit" keys="E" onClick={() => onOver('edit')}>
                修改
              </Button>
            )}
            {editable && (
              <Button kind="primary" keys="Ctrl S" disabled={!dirty || saving} onClick={onSave}>
                保存
              </Button>
            )}
          </>
        }
      />
    </>
  )
}

/** Until the meeting is here, and where there is none. */
export const MeetingLoading = ({ error, elsewhere }: { readonly error: unknown; readonly elsewhere?: Activity }) => (
  <div className="page">
    <Crumbs items={[{ label: '会议', to: '/meetings' }]} />
    {error ? (
      <ErrorBanner
        error={error}
        action={
          <Button small href="#/meetings">
            回会议
          </Button>
        }
      />
    ) : elsewhere ? (
      <Card>
        <EmptyState
          icon="info"
          title={`“${elsewhere.name}”是${kindWord(elsewhere.kind)}，不是会议。`}
          action={<Button href={`#/activities/${encodeURIComponent(elsewhere.id)}`}>打开活动</Button>}
        >
          它的出勤和学时在“活动与签到”里。
        </EmptyState>
      </Card>
    ) : (
      <div role="status" aria-label="正在读取">
        <i className="ghost tall" />
        <i className="ghost" />
      </div>
    )}
  </div>
)

/** Nobody on the list yet: the roster on the day is one click away. */
export const MeetingEmpty = ({ mayWrite, onExpected, onPaste }: { readonly mayWrite: boolean; onExpected(): void; onPaste(): void }) =>
  mayWrite ? (
    <EmptyState
      icon="users"
      title="还没有填出勤。"
      action={
        <span className="row">
          <Button icon="users" onClick={onExpected}>
            取应到名单
          </Button>
          <Button icon="form" onClick={onPaste}>
            粘贴名单
          </Button>
        </span>
      }
    >
      应到按会议当天的花名册算，先全部出勤，再改例外；或从 Excel 粘贴姓名。
    </EmptyState>
  ) : (
    <EmptyState icon="users" title="还没有填出勤。" />
  )

import { useScope } from '../app/scope.tsx'
import type { IconName } from '../ui/icons.ts'
import { FormMenu } from './FormMenu.tsx'

interface Props {
  readonly personIds: readonly string[]
  /** Where they were listed, for 打印与导出登记. */
  readonly organizationId?: string | undefined
  /** Whose archive it is, for the file's name. */
  readonly name: string
  readonly label: string
  readonly small?: boolean
  readonly icon?: IconName | null
  readonly disabled?: boolean
}

/** 学习档案 of the year in view, one for each of these people. */
export function ArchiveMenu({ personIds, organizationId, name, ...button }: Props) {
  const { year } = useScope()
  return (
    <FormMenu
      form="studyArchive"
      params={{ year, organizationId, personIds: [...personIds] }}
      name={`${year}年学习档案 ${name}`}
      print={`打印 ${year} 年学习档案`}
      title={personIds.length > 1 ? `${year} 年个人学习档案，每人一份` : `${year} 年个人学习档案`}
      {...button}
    />
  )
}

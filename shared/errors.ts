/** Every failure a user can meet, with the facts its message needs. */
export interface ErrorFacts {
  'session.locked': Record<string, never>
  'session.forbidden': Record<string, never>
  'session.wrongPassword': { waitSeconds: number; failures: number }
  'session.wait': { waitSeconds: number }
  'session.wrongCode': { waitSeconds: number }
  'session.noSuchUser': { name: string }
  'session.mustChangePassword': Record<string, never>
  'users.self': Record<string, never>
  'record.outside': { label: string }
  'record.own': { label: string }
  'users.last': { role: string }
  'users.notFirst': { role: string }
  'password.weak': { reasons: readonly string[] }
  'office.exists': { folder: string }
  'office.missing': { folder: string }
  'office.inUse': Record<string, never>
  'office.damaged': { what: string }
  'database.newer': Record<string, never>
  'database.full': Record<string, never>
  'database.readOnly': Record<string, never>
  'database.busy': Record<string, never>
  'database.unreachable': Record<string, never>
  'backup.noFolder': Record<string, never>
  'backup.unwritable': { folder: string; why: string }
  'backup.unchecked': { why: string }
  'backup.damaged': { name: string; what: string }
  'backup.forged': { name: string }
  'keys.noCode': Record<string, never>
  'restore.occupied': { folder: string }
  'restore.unwritable': { folder: string; why: string }
  'update.notInstalled': Record<string, never>
  'update.notPackage': { name: string }
  'update.damaged': { name: string; what: string }
  'update.unsigned': { name: string }
  'update.wrongTarget': { name: string; built: string; here: string }
  'update.sameVersion': { version: string }
  'update.older': { version: string; current: string }
  'update.none': { folder: string; here: string; current: string }
  'update.unwritable': { why: string }
  'update.installer': { why: string }
  'update.noServer': Record<string, never>
  'update.server': { address: string; why: string }
  'update.upToDate': { version: string }
  'input.invalid': { issues: readonly { path: string; code: string; message: string }[] }
  'import.faulty': { faults: number }
  'import.unrecognised': { what: string }
  'import.cancelled': Record<string, never>
  'file.token': Record<string, never>
  'file.unreadable': { name: string; why: string }
  'file.tooLarge': { name: string; limitMb: number }
  'file.legacyXls': { name: string }
  'file.unwritable': { name: string; why: string }
  'record.notFound': { label: string }
  'record.duplicate': { label: string; field: string; owner?: string }
  'record.changedByOther': { label: string }
  'record.voided': { label: string }
  'record.inUse': { label: string; by: string }
  'record.badReference': { label: string; field: string }
  'organization.loop': { name: string }
  'organization.closed': { name: string; closedOn: string }
  'undo.nothing': Record<string, never>
  'undo.overtaken': { label: string }
  'form.unknown': { name: string }
  'form.empty': { what: string }
  'printer.unavailable': { why: string }
  'job.cancelled': Record<string, never>
  internal: { incident: string }
}
export type ErrorCode = keyof ErrorFacts

/** A failure that was foreseen. Only code and facts cross the boundary; the renderer makes the sentence. */
export class AppError<C extends ErrorCode = ErrorCode> extends Error {
  readonly code: C
  readonly facts: ErrorFacts[C]

  constructor(code: C, facts: ErrorFacts[C]) {
    super(code)
    this.name = 'AppError'
    this.code = code
    this.facts = facts
  }
}

/** One thing of the input that cannot be taken as it is: where it stands, and why in a sentence for the user. */
export const refuse = (path: string, code: string, message: string): AppError<'input.invalid'> =>
  new AppError('input.invalid', { issues: [{ path, code, message }] })

/** What happened, what was kept, what to do. */
export const messages: { readonly [C in ErrorCode]: (facts: ErrorFacts[C]) => string } = {
  'session.locked': () => '台账已锁定。输入口令后继续，未保存的内容还在。',
  'session.forbidden': () => '当前身份无权进行此操作。',
  'session.wrongPassword': f =>
    f.waitSeconds > 0 ? `使用人或口令不对。连错 ${f.failures} 次，请等 ${f.waitSeconds} 秒再试。` : '使用人或口令不对，还可再试。',
  'session.wait': f => `连续输错，还要等 ${f.waitSeconds} 秒。等待时间会逐次加长，关机也不清零。`,
  'session.wrongCode': f => (f.waitSeconds > 0 ? `恢复码不对，请等 ${f.waitSeconds} 秒再试。` : '恢复码不对。请照打印件逐组核对。'),
  'session.noSuchUser': f => `恢复码没有问题，但没有使用人“${f.name}”，或已停用。请核对姓名。`,
  'session.mustChangePassword': () => '口令是系统管理员设的，先改成自己的口令，再做别的。',
  'record.own': ({ label }) => `${label}没有打开：本人和亲属的按规定回避。需要办理的，交给其他经办人。`,
  'record.outside': f => `${f.label}不在经办范围内，或涉及本人、亲属，没有写入。请由管这一片或不必回避的经办人登记，或请安全保密管理员调整授权。`,
  'users.self': () => '不能改自己的身份、口令状态和启停，没有写入。请另一位管理员办理。',
  'users.last': f => `这是最后一名在用的${f.role}，没有写入。先给别人授予${f.role}，再改这一名。`,
  'users.notFirst': f => `本台账已经有过${f.role}，系统管理员不能再指定。请由安全保密管理员授权。`,
  'password.weak': f => `口令${f.reasons.join('，')}。`,
  'office.exists': f => `${f.folder} 里已有一处台账。请换一个文件夹，或直接打开它。`,
  'office.missing': f => `${f.folder} 里没有台账。请选存放台账的文件夹，或新建一处。`,
  'office.inUse': () => '有人正在这台电脑上打开此台账。先关闭那个窗口，再解锁。',
  'office.damaged': f => `台账的${f.what}已损坏，原文件未动。请从备份恢复。`,
  'database.newer': () => '台账由更新版本的程序写过，本程序没有改动它。请先升级程序。',
  'database.full': () => '磁盘已满，没有写入。腾出空间后再试，已有数据完好。',
  'database.readOnly': () => '台账所在的磁盘不可写，没有写入。请检查文件夹权限或写保护开关。',
  'database.busy': () => '别的程序正占着台账文件，没有写入。关掉它（备份、杀毒或数据库工具）后再试。',
  'database.unreachable': () => '读写台账文件出错，没有写入。请检查磁盘或 U 盘是否还连着，再试。',
  'backup.noFolder': () => '还没有选备份文件夹，没有备份。到“参数与设置”的“备份与恢复”里选一个，最好在另一块盘或 U 盘上。',
  'backup.unwritable': f => `没有备份成：${f.folder} ${f.why}。台账和以前的备份完好。插好 U 盘或接通共享，腾出空间，再点“立即备份”，或换一个文件夹。`,
  'backup.unchecked': f => `写出的备份没有通过核对：${f.why}。这一份已删去，台账和以前的备份没有动。再备份一次；还不行就换一个 U 盘或文件夹。`,
  'backup.damaged': f => `备份“${f.name}”已损坏：${f.what}。没有恢复任何内容，原文件未动。请换另一天的备份。`,
  'backup.forged': f => `备份“${f.name}”的开头不是用这个台账的钥匙写的，没有恢复任何内容。请换一份备份，并把这一份交安全保密管理员。`,
  'keys.noCode': () => '要换的恢复码还没有打印，密钥没有换。先取新恢复码，打印封存后再换。',
  'restore.occupied': f => `${f.folder} 里有别的文件，没有恢复。请选一个空文件夹，或原来存放台账的文件夹。`,
  'restore.unwritable': f => `没有恢复成：${f.folder} ${f.why}。备份和原有的台账都没有动。腾出空间或换一个文件夹再试。`,
  'update.notInstalled': () => '程序是从源码运行的，不能用更新包更新。程序和台账没有动。请更新源码，重新运行。',
  'update.notPackage': f => `“${f.name}”不是本程序的更新包，没有安装。请选以 .zgu 结尾的文件。`,
  'update.damaged': f => `更新包“${f.name}”不能用：${f.what}。没有安装，程序和台账没有动。请重新拷一份，拷完再选。`,
  'update.unsigned': f => `更新包“${f.name}”不是本程序的发布者签发的，没有安装。不要用它，交安全保密管理员，另向发布者要一份。`,
  'update.wrongTarget': f => `更新包“${f.name}”是给 ${f.built} 的，本机是 ${f.here}，没有安装。请换本机用的那一个。`,
  'update.sameVersion': f => `本机已是 ${f.version}，与更新包相同，不用再装。`,
  'update.older': f => `更新包是 ${f.version}，本机已是 ${f.current}，不能退回旧版，没有安装。请换新版的更新包。`,
  'update.none': f => `${f.folder} 里没有比 ${f.current} 新、给 ${f.here} 用的更新包。请核对文件夹，更新包以 .zgu 结尾。`,
  'update.unwritable': f => `没有更新成：放安装程序的磁盘${f.why}。程序和台账没有动。腾出空间再试。`,
  'update.installer': f => `更新包无误，但没有装上：${f.why}。原来的程序和台账没有动，可以照常用，也可以再试。`,
  'update.noServer': () => '还没有设更新服务器。请先填单位内网的地址，或改用 U 盘。',
  'update.server': f => `没有从 ${f.address} 取到更新：${f.why}。程序和台账没有动。请核对地址和网线，或改用 U 盘。`,
  'update.upToDate': f => `服务器上没有比 ${f.version} 新的版本，不用更新。`,
  'input.invalid': f => f.issues.map(i => i.message).join('；'),
  'import.faulty': f => `没有写入。有 ${f.faults} 处错误，改好后再导入，或只写无误的行。`,
  'import.unrecognised': f => `没有认出表头：${f.what}。请核对是不是选错了文件，或在“列的对应”里指定。`,
  'import.cancelled': () => '已取消，没有写入任何一行。',
  'file.token': () => '这个文件的授权已失效，请重新选择文件。',
  'file.unreadable': f => `读不了“${f.name}”：${f.why}。没有写入任何内容。`,
  'file.tooLarge': f => `“${f.name}”超过 ${f.limitMb} MB，没有读取。请拆成几个文件再导入。`,
  'file.legacyXls': f => `“${f.name}”是旧版 .xls 格式。请用 Excel 或 WPS 打开，另存为“Excel 工作簿（*.xlsx）”后再导入。`,
  'file.unwritable': f => `写不了“${f.name}”：${f.why}。请关闭正打开它的程序，或换一个位置。`,
  'record.notFound': f => `找不到这条${f.label}。`,
  'record.duplicate': f => `${f.label}的“${f.field}”已${f.owner ? `属于${f.owner}` : '存在'}，没有写入。`,
  'record.changedByOther': f => `这条${f.label}在打开之后被改过，没有写入。请刷新后再改。`,
  'record.voided': f => `这条${f.label}已作废，先恢复再改。`,
  'record.inUse': f => `这个${f.label}还有${f.by}，请先转出或移走，再作废或撤销。`,
  'record.badReference': f => `${f.label}的“${f.field}”指向的记录不存在或已作废，没有写入。`,
  'organization.closed': f => `“${f.name}”已于 ${f.closedOn} 撤销，不能转入。请改选别的党支部，或核对日期。`,
  'organization.loop': f => `“${f.name}”在它自己的下级之中，不能作为上级。`,
  'undo.nothing': () => '没有可以撤销的操作。',
  'undo.overtaken': f => `这条${f.label}之后又有改动，不能撤销。请到它的历史里核对。`,
  'form.unknown': f => `没有“${f.name}”这张表。`,
  'form.empty': f => `没有可打印的内容：${f.what}。`,
  'printer.unavailable': f => `打印没有完成：${f.why}。`,
  'job.cancelled': () => '已取消，没有留下半截结果。',
  internal: f => `程序出错（编号 ${f.incident}），数据未被更改。把编号告诉维护人员，可在日志里查到原因。`,
}

/** The sentence for a failure. */
export const messageOf = <C extends ErrorCode>(error: { code: C; facts: ErrorFacts[C] }): string => messages[error.code](error.facts)

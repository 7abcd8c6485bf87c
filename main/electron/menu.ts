import { app, Menu, type MenuItemConstructorOptions, shell } from 'electron'

/** What the menu can ask of the page; the page answers each where it makes sense. */
const commands = ['import', 'forms', 'lock', 'undo', 'search', 'home', 'refresh', 'shortcuts', 'about'] as const
type Command = (typeof commands)[number]

/**
 * The program's menu in Chinese. Commands go to the page by name; what the system knows how to do stays with the system.
 * Returns the switch that greys the commands while no office is open.
 */
export function installMenu(command: (name: Command) => void, logFolder: string): (open: boolean) => void {
  // The page handles these keys itself; the menu only shows them, so that a key never works twice.
  const item = (label: string, id: Command, accelerator?: string): MenuItemConstructorOptions => ({
    id,
    label,
    enabled: false,
    click: () => command(id),
    ...(accelerator ? { accelerator, registerAccelerator: false } : {}),
  })
  const line: MenuItemConstructorOptions = { type: 'separator' }
  const menu = Menu.buildFromTemplate([
    {
      label: '文件',
      submenu: [item('导入…', 'import'), item('打印与导出…', 'forms', 'Ctrl+P'), line, item('锁定', 'lock', 'Ctrl+L'), line, { role: 'quit', label: '退出' }],
    },
    {
      label: '编辑',
      submenu: [
        item('撤销上一次改动', 'undo', 'Ctrl+Z'),
        line,
        { role: 'cut', label: '剪切' },
        { role: 'copy', label: '复制' },
        { role: 'paste', label: '粘贴' },
        { role: 'selectAll', label: '全选' },
        line,
        item('查找…', 'search', 'Ctrl+K'),
      ],
    },
    {
      label: '查看',
      submenu: [
        item('首页', 'home'),
        item('刷新', 'refresh', 'F5'),
        line,
        { role: 'zoomIn', label: '放大' },
        { role: 'zoomOut', label: '缩小' },
        { role: 'resetZoom', label: '实际大小' },
        line,
        { role: 'togglefullscreen', label: '全屏' },
        ...(app.isPackaged ? [] : [line, { role: 'toggleDevTools', label: '开发者工具' } as const]),
      ],
    },
    {
      label: '帮助',
      submenu: [
        item('键盘操作', 'shortcuts', 'F1'),
        { label: '打开日志文件夹', click: () => void shell.openPath(logFolder) },
        line,
        item('关于组工台账', 'about'),
      ],
    },
  ])
  Menu.setApplicationMenu(menu)
  return open => {
    for (const id of commands) {
      const found = menu.getMenuItemById(id)
      if (found) found.enabled = open
    }
  }
}

import type { Whose } from '@/components/for-role/workers-only'

export const staffOnly: Whose = {
  icon: 'store',
  title: '这里是驿站工作人员用的',
  hint: '您现在不是这家驿站的工作人员。请站长把您加进来。',
}

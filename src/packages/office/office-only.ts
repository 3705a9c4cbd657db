import type { Whose } from '@/components/for-role/workers-only'

export const officeOnly: Whose = {
  icon: 'briefcase',
  title: '这里是街道和区里用的',
  hint: '您现在没有这个岗位。请区里的监管人员看一看。',
}

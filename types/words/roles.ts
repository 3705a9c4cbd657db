import type { Role } from '#types/contract'

export const roleWord: Record<Role, string> = {
  elder: '老人',
  family: '家人',
  clerk: '工作人员',
  manager: '站长',
  kitchen: '厨房',
  careWorker: '护理员',
  volunteer: '志愿者',
  coordinator: '养老生活协调员',
  supervisor: '监管人员',
}

import { updateWhere } from '../../_shell/cloud'

/** Whoever is no longer in an elder's circle gets no more news of what they once booked or asked for. */
export async function stopTelling(elderId: string, openid: string): Promise<void> {
  await Promise.all([
    updateWhere('mealOrders', { elderId, notify: openid }, { notify: null }),
    updateWhere('visits', { elderId, notify: openid }, { notify: null }),
  ])
}

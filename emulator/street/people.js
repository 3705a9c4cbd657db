const PAGES = {
  home: 'pages/home/index',
  orders: 'packages/staff/queue/index',
  visits: 'packages/helper/visits/index',
}

/** Everybody who can be played, as the district's folder names them. Of those who have something to do, `does` says what is told; they stand side by side on a wide window. */
export const PEOPLE = (await (await fetch('/__emulator/phones')).json()).map((one) => ({
  ...one,
  page: PAGES[one.page],
}))

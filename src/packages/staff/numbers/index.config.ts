export default definePageConfig({
  navigationBarTitleText: '身份证号重复的',
  enablePullDownRefresh: process.env.TARO_ENV === 'weapp',
})

"""Words about folders that are watched and sites that are followed."""

HELP = {
    "watch": "守着一个文件夹：新的、改过的文件存入，移走的撤下",
    "watch_folder": "文件夹，也可以在网络盘上",
    "follow": "跟踪网站的政策栏目：列表页、站点地图或 RSS 的网址",
    "follow_url": "栏目的网址，如 https://www.example.gov.cn/zwgk/zcwj/",
    "region": "文件所属地区；不写时从文件中判断",
    "yes": "不等人审核，直接存入（也可设置 WENZHENG_STRAIGHT_IN=true）",
    "once": "只看一次就结束",
    "watch_every": "每隔几秒看一次，默认 60",
    "follow_every": "每隔几小时看一次，默认 24",
    "follow_all": "列表上没有变化的网页也问一遍有没有改",
    "sure": "文件一下子少了许多时也撤下",
}

FORBIDDEN = "网站的 robots.txt 不允许访问"
STATUS = "网站答复 {status}"
ELSEWHERE = "转到了别的网站（{url}），没有跟过去"
REDIRECTS = "转来转去没有结果"
PRIVATE = "这个网址指向内部网络，不访问"
TOO_LONG = "超过 {most} MB 的上限，没有下载"
TOO_SLOW = "下了{seconds}秒还没有下完"
ENOUGH = "这一次已经访问了{count}次，其余的下次再看"
ATTACHED_ELSEWHERE = "附件在别的网站上，没有下载，需要时请自行下载后添加"
MANY_ATTACHED = "附件超过{most}个，另有{left}个没有下载，请自行下载后添加"
INCOMPLETE = "传来的内容不完整或已损坏，没有采用"
NOT_UNPACKED = "网站用读不了的方式压缩了网页（{encoding}）"
NO_ANSWER = "网站没有答复（{cause}）"
BAD_ADDRESS = "“{url}”不是 http 或 https 网址。"
ERROR_PAGE = "网页打开了，内容却是出错提示"
NOT_READ = "不是列表页、站点地图或 RSS"

NO_FOLDER = "没有这个文件夹：{path}。请检查路径。"
FOLDER_AWAY = "{path} 现在打不开，等它回来；已存入的不动。"
MANY_GONE = "{path} 里一下子少了{count}个文件，没有撤下。确实要撤下，请加 --sure 再运行一次。"
GONE_REASON = "原文件已从文件夹移走：{file}"
CHANGED_REASON = "原文件已改为另一份文件：{file}"
ARRIVED = {
    "stored": "存入：{name}（{numbers}）",
    "waiting": "待审核：{name}（{numbers}）",
    "refused": "没有读成：{name}：{why}",
    "withdrawn": "撤下：{numbers}（{why}）",
}
WATCHING = "正在守着 {path}，按 Ctrl-C 结束。"
VISIT = (
    "访问{requests}次，取回{fetched}个网页和附件："
    "存入{stored}份，待审核{waiting}份，没有读成{refused}个，打不开{failed}个。"
)
WAITING_HINT = "待审核的文件请到工作台“文件”里核对后存入。"
BY_FOLDER = "文件夹"
BY_SITE = "网站跟踪"
WITHDRAWN_LINE = "已撤下：{number}（{reason}）"
STATE_FAILED = "记录写不了：{path}（{cause}）。请检查磁盘和权限。"

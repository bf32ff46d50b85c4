"""What is said of a place that is chosen, or asked about, and cannot be settled."""

CHOICES = "叫“{name}”的地方不止一处，请写明是哪一个：{choices}。"
WHICH_PLACE = "叫“{name}”的地方不止一处，您说的是哪一个？"
NO_RULES_THERE = "手头没有{place}的文件，也没有在那里适用的上级文件，不能拿别处的规定来答。"
NO_SUCH_PLACE = "没有认出“{words}”是哪个地方。请写省、市、县（区）的名称，例如：{example}。"
AT_HAND = "手头有这些地方的文件：{regions}。"
AND_MORE = "{regions}等{count}个地方"
EXAMPLE_PLACE = "淄博市张店区"

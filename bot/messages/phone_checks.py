"""What the command that confirms a phone says."""

HELP = {
    "confirm": "核实文件里印的一个电话：核实后才可一键拨打，也可改成现在的号码",
    "phone": "文件里印的号码，照原样",
    "by": "谁核实的",
    "source": "怎么核实的，如 电话询问",
    "now": "现在的号码；不写时就是印的那个",
    "region": "只核实这个地区的",
    "department": "只核实这个部门的",
}
PHONE, BY, SOURCE, DEPARTMENT = "号码", "姓名", "依据", "部门"
MISSING = "请写明谁核实的（--by）和依据（--source），没有保存。"
BAD_PHONE = "“{phone}”不像一个电话号码，没有保存。"
NONE = "没有文件把“{phone}”印作某个部门的电话，没有保存。请照原样写，可用 wenzheng corpus show 查看。"
DONE = "已核实：{region} {department} {office} {phone}"

"""What people call those of their families, and others they speak of."""

RELATIVE = (
    r"老伴儿?|爱人|媳妇|老婆|老公|对象|丈夫|妻子|[男女]朋友|岳[父母]|丈母娘|公公|婆婆|外[公婆]|姥[姥爷]|爷爷?|奶奶?"
    r"|父亲|母亲|爸爸?|妈妈?|爹|娘(?!家)|儿子|闺女|女儿|孩子|娃|孙[子女]|[哥姐弟妹叔姨舅姑]+|邻居|朋友|同事"
)
"""A pattern without groups."""

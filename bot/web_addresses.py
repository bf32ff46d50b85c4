"""Addresses of the web as a text prints them: they end where the sentence goes on."""

import re

WEB_ADDRESS = re.compile(r"https?://[!-;=?-~]*[0-9A-Za-z/_~=#%&+-]", re.ASCII)
"""Without the marks behind it, Chinese or not, and without the bracket around it.

Example: `请登录https://a.gov.cn/x。电话…` -> `https://a.gov.cn/x`
"""

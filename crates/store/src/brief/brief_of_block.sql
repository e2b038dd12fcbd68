SELECT b.uid FROM brief_block x JOIN brief b ON b.id = x.brief_id WHERE x.uid = ?

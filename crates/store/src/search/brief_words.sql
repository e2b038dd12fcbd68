b.id IN (SELECT rowid FROM brief_title_search WHERE brief_title_search MATCH ?
         UNION
         SELECT x.brief_id FROM brief_search f JOIN brief_block x ON x.id = f.rowid WHERE brief_search MATCH ?)

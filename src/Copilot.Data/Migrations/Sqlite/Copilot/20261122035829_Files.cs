using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Copilot.Data.Migrations.Sqlite.Copilot
{
    /// <inheritdoc />
    internal sealed partial class Files : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "WrittenAt",
                table: "Transcripts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            // by hand: what was written before counts from today, so that it is not taken for older than it is
            migrationBuilder.Sql("UPDATE \"Transcripts\" SET \"WrittenAt\" = CAST(unixepoch('subsec') * 1000 AS INTEGER)");

            migrationBuilder.CreateTable(
                name: "Uploads",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    Conversation = table.Column<string>(type: "TEXT", nullable: false),
                    PersonKey = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    TakenAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Uploads", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "UsedPasses",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    EndsAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UsedPasses", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Transcripts_WrittenAt",
                table: "Transcripts",
                column: "WrittenAt");

            migrationBuilder.CreateIndex(
                name: "IX_Uploads_Conversation",
                table: "Uploads",
                column: "Conversation");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Uploads");

            migrationBuilder.DropTable(
                name: "UsedPasses");

            migrationBuilder.DropIndex(
                name: "IX_Transcripts_WrittenAt",
                table: "Transcripts");

            migrationBuilder.DropColumn(
                name: "WrittenAt",
                table: "Transcripts");
        }
    }
}
